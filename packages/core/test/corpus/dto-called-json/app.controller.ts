import { Body, Controller, Post } from '@gatewright/core';
import { IsInt } from 'class-validator';
class JSON { @IsInt() n!: number; }
@Controller('/global') export class GlobalController { @Post() post(@Body() json: JSON) { return [json.n, json.constructor.name]; } }
