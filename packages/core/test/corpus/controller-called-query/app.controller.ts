import { Controller, Get, Query } from '@gatewright/core';
@Controller('/query') export class query { @Get() get(@Query('a') a?: number) { return { a }; } }
