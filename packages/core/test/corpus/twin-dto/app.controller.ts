import { Body, Controller, Post, Query } from '@gatewright/core';
import { Twin } from './a.js';
import { Twin as Other } from './b.js';
@Controller('/twins') export class TwinsController { @Post() post(@Query() a: Twin, @Body() b: Other) { return [a, b, a.constructor.name, b.constructor.name]; } }
