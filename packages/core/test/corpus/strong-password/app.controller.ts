import { Body, Controller, Post } from '@gatewright/core';
import { IsPhoneNumber, IsStrongPassword } from 'class-validator';
class SignUp { @IsStrongPassword({ minLength: 12 }) password!: string; @IsPhoneNumber('DE') phone!: string; }
@Controller('/sign-up') export class SignUpController { @Post() post(@Body() input: SignUp) { return input; } }
