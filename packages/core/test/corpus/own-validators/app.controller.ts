import { Body, Controller, Post } from '@gatewright/core';
import { IsIn, registerDecorator, Validate } from 'class-validator';
import { Even } from './even.js';
const Odd = () => (target: object, propertyName: string) => registerDecorator({ name: 'odd', target: target.constructor, propertyName, options: {}, validator: { validate: (value: unknown) => Number(value) % 2 === 1, defaultMessage: () => 'not odd' } });
class Input { @Validate(Even) even!: number; @Odd() odd!: number; @IsIn(await Promise.resolve(['a'])) one!: string; }
@Controller('/validators') export class ValidatorsController { @Post() post(@Body() input: Input) { return input; } }
