import { Controller, Get, Query } from '@gatewright/core';
import type { Shape } from './types.js';
import { type Name, Described } from './types.js';
import './effect.js';
declare global { var corpusEffect: string; }
@Controller('/types') export class TypesController { @Get() get(@Query('name') name?: Name): Shape | Described { return { a: globalThis.corpusEffect + String(name) } satisfies Shape; } }
