import { Controller, Get, Query } from '@gatewright/core';
import { Deep, Flag, Level, Level2 } from './kinds.js';
@Controller('/x') export class KindsController {
  @Get() get(@Query('level', { enum: Level, required: true }) level: Level) { return [level, Level[level], Level.max(), Level2.A, Level2.B, Flag.All, Deep.text[Deep.Kind.X]]; }
}
