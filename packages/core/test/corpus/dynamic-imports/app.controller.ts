import { Controller, Get, Param } from '@gatewright/core';
import { shared } from './shared.js';
const loaders = { one: () => import('./one.js'), two: () => import('./two.js') };
@Controller('/x') export class LazyController {
  @Get('/:name') async get(@Param('name', { enum: ['one', 'two'] }) name: 'one' | 'two') { const { run } = await loaders[name](); return [run(), shared.count]; }
}
