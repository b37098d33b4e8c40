import { Controller, Get } from '@gatewright/core';
import { Exclude, instanceToPlain, plainToInstance } from 'class-transformer';
import { IsInt, validate } from 'class-validator';
class Input {
  @IsInt() n!: number;
  @Exclude() secret = 1;
}
@Controller('/own')
export class OwnController {
  @Get() async get() {
    const input = plainToInstance(Input, { n: 'x' });
    return [(await validate(input)).length, instanceToPlain(input)];
  }
}
