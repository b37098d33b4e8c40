import { Application, Controller, provide, Use, type Middleware } from '@gatewright/core';
const stamp =
  (text: string): Middleware =>
  async (_context, next) => {
    const reply = await next();
    reply.headers['x-stamp'] = text;
    return reply;
  };
export const Resource = (path: string, limit: number) => (target: Function) => {
  Use(stamp(path))(target as never);
  Controller(path, {
    providers: [
      provide('path', { useValue: [path] }),
      provide('limit', { useFactory: async ([first]: readonly string[]) => `${first} ${limit}`, inject: ['path'] }),
    ],
  })(target as never);
};
export const Shop = (name: string) => (target: Function) => {
  Use(stamp(name))(target as never);
  Application({ providers: [provide('name', { useFactory: () => name })] })(target as never);
};
