import { Body, Controller, Post } from '@gatewright/core';
import { Merged } from './dto.js';
@Controller('/merged') export class MergedController { @Post() post(@Body() input: Merged) { return input.n + Merged.one().n; } }
