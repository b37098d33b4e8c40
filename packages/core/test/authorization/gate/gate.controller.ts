import {
  Auth,
  Authorize,
  Authorizer,
  Controller,
  Cookie,
  Ctx,
  Forbidden,
  Get,
  Headers,
  type HttpRequest,
  Injectable,
  Query,
  Req,
  Unauthorized,
  Uses,
} from '@gatewright/core';
import { IsString, Length } from 'class-validator';
import { heavy } from './heavy.js';

@Injectable()
@Uses({ sessions: 'read' })
class Sessions {
  find(token: string) {
    return token === 'Bearer ada'
      ? { sub: 'ada', level: 3, isAdmin: true, roles: ['a', 'b'], more: { x: 1 }, none: null }
      : undefined;
  }
}

class Keys {
  @IsString()
  @Length(4, 8)
  key!: string;
}

@Controller('/gate')
export class GateController {
  constructor(private readonly sessions: Sessions) {}

  /** Knows callers by their token. */
  @Authorizer('users', { cacheFor: 300 })
  async check(@Headers('authorization', { required: true }) authorization: string) {
    return this.sessions.find(authorization);
  }

  @Authorizer()
  keys(@Query() { key }: Keys, @Cookie('theme') theme?: string, @Query('limit', { type: Number }) limit?: number) {
    return key === 'open' && { theme, limit };
  }

  @Authorizer('requests')
  requests(@Req() { path, method, pathParameters }: HttpRequest, @Ctx('awsRequestId') id?: string) {
    return { path, method, id: pathParameters.id, known: id !== undefined };
  }

  @Authorizer('odd')
  odd(@Headers('x-odd') odd?: string): unknown {
    if (odd === 'unauthorized') throw new Unauthorized('no');
    if (odd === 'forbidden') throw new Forbidden('no');
    if (odd === 'broken') throw new Error('broken');
    if (odd === 'text') return 'text';
    if (odd === 'list') return ['text'];
    if (odd === 'comma') return { roles: ['a,b'] };
    if (odd === 'reserved') return { principalId: 'ada' };
    if (odd === 'date') return { since: new Date(0), many: 10n };
    return odd === 'true';
  }

  @Get('/mine')
  @Authorize('users')
  mine(
    @Auth('sub') sub: string,
    @Auth('level') level: number,
    @Auth('isAdmin') isAdmin: boolean,
    @Auth('roles', { type: [String] }) roles: string[],
  ) {
    return { sub, level, isAdmin, roles, heavy: heavy() };
  }
}
