import { Auth, Controller, Ctx, Get, Signal } from '@gatewright/core';
import { z } from 'zod';

/** Takes what is known of the caller, and what else there is beside the request. */
@Controller('/auth')
export class AuthController {
  @Get('/all')
  all(@Auth() auth: Auth) {
    const { claims, scopes, context } = auth;
    return { claims: { ...claims }, scopes, context: { ...context } };
  }

  @Get('/claims')
  claims(
    @Auth('sub') sub?: string,
    @Auth('age') age?: number,
    @Auth('groups', { type: [String] }) groups?: string[],
    @Auth('plan', { enum: ['free', 'paid'] }) plan?: string,
  ) {
    return { sub, age, groups, plan };
  }

  @Get('/schema')
  schema(@Auth('sub', { type: z.string().min(3) }) sub: string, @Auth('address', { type: Object }) address?: unknown) {
    return { sub, address };
  }

  @Get('/required')
  required(@Auth('sub', { required: true }) sub: string) {
    return { sub };
  }

  @Get('/required-caller')
  requiredCaller(@Auth({ required: true }) auth: Auth) {
    return { sub: auth.claims.sub };
  }

  @Get('/signal')
  signal(@Signal() signal: AbortSignal, @Ctx({ name: 'tenant' }) tenant?: string) {
    return { isSignal: signal instanceof AbortSignal, aborted: signal.aborted, tenant };
  }
}
