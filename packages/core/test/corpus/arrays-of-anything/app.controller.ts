import { Body, Controller, Post } from '@gatewright/core';
@Controller('/any-array') export class AnyArrayController { @Post() post(@Body('any') any: unknown[], @Body('some') some: (number | null)[]) { return [any, some]; } }
