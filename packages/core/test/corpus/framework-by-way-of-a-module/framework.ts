export * from '@gatewright/core';
import { Post } from '@gatewright/core';
export const AdminPost = (path: string) => (target: object, name: string, descriptor: PropertyDescriptor) =>
  Post('/admin' + path)(target, name, descriptor);
