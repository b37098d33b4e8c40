import { Body, Controller, Get, Param, Post, Public } from '@gatewright/core';
import { IsNotEmpty, IsString } from 'class-validator';

export class Greeting {
  @IsString()
  @IsNotEmpty()
  text!: string;
}

@Controller('/greetings')
@Public()
export class GreetingsController {
  /** Greet by name. */
  @Get('/:name')
  greet(@Param() name: string): Greeting {
    return { text: `Hello, ${name}!` };
  }

  @Post()
  echo(@Body() greeting: Greeting): Greeting {
    return greeting;
  }
}
