import { Controller, Get } from '@gatewright/core';
import { Limit, Session } from './mine.js';
@Controller('/x') export class LimitController { @Get() get(@Limit() limit: number, @Session session?: string) { return [limit, session ?? 'none']; } }
