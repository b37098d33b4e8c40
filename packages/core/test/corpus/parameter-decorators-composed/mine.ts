import { Cookie, Query } from '@gatewright/core';
export const Limit = () => (target: object, name: string, index: number) =>
  Query('limit', { type: Number, required: true })(target, name, index);
export const Session = Cookie('session');
