import { Controller, Get, Param } from '@gatewright/core';
@Controller('/groesse') export class Größe { private readonly maß = 'maß'; @Get('/:strasse') größe(@Param('strasse') straße: string) { return [this.maß, straße]; } }
