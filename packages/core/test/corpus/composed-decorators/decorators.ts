import { Controller, Get, HttpCode, Header, Use } from '@gatewright/core';
import { applyDecorators } from './compose.js';
export const trail: string[] = [];
const mark = (text: string) => async (_context: unknown, next: () => Promise<unknown>) => {
  trail.push(text);
  return next();
};
export const Role = (role: string) => applyDecorators(Use(mark(`role ${role}`)), Header('x-role', role));
export const Endpoint = (path: string) => applyDecorators(Get(path), HttpCode(202), Role('endpoint'));
export const Area = (path: string) => applyDecorators(Controller(path), Use(mark('area')));
export const direct = mark('direct');
