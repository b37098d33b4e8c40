import { Body, Controller, Post } from '@gatewright/core';
import { Dto } from 'shared';
@Controller('/package-dto') export class PackageDtoController { @Post() post(@Body([Dto]) input: { n: number }[]) { return input; } }
