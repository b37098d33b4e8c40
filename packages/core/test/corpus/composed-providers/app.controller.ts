import { Get, Inject } from '@gatewright/core';
import { Resource } from './compose.js';
@Resource('/cats', 5)
export class CatsController {
  constructor(
    @Inject('path') private readonly path: readonly string[],
    @Inject('limit') private readonly limit: string,
  ) {}
  @Get() get() {
    return [this.path, this.limit];
  }
}
@Resource('/dogs', 7)
export class DogsController {
  @Inject('limit') private readonly limit!: string;
  @Inject('name') private readonly name!: string;
  @Get() get() {
    return this.limit + this.name;
  }
}
