import { Body, Controller, Post } from '@gatewright/core';
import { SameDto } from './dto.js';
import { SameStore } from './store.js';
@Controller('/same-one') export class SameoneController { constructor(private readonly store: SameStore) {} @Post() post(@Body() input: SameDto) { return this.store.read() + input.constructor.name; } }
