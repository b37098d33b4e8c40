import { Body, Controller, Get, Post, Query } from '@gatewright/core';
import { IsEnum } from 'class-validator';
import { Color, Geometry, Size } from './kinds.js';
enum Local { A, B = Local.A + 5 }
import area = Geometry.Inner.area;
class Input { @IsEnum(Color) color!: Color; }
@Controller('/enums') export class EnumsController {
  @Get() get(@Query('color') color?: Color, @Query('size') size: Size = Size.Large) { return { color, size, local: Local.B, name: Local[0], area: area(4) }; }
  @Post() post(@Body() input: Input) { return input; }
}
