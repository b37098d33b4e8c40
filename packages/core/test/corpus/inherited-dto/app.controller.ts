import { Body, Controller, Post } from '@gatewright/core';
import { IsInt, Length, ValidateNested } from 'class-validator';
import { Type } from 'class-transformer';
class Named { @Length(2, 9) name!: string; }
class Point { @IsInt() x = 0; }
class Shape extends Named { @ValidateNested() @Type(() => Point) at: Point = new Point(); get label() { return this.name.toUpperCase(); } }
@Controller('/dto') export class DtoController { @Post() post(@Body() shape: Shape) { return [shape.label, shape instanceof Named, shape.at instanceof Point, shape.at.x]; } }
