import { Controller, Get, Injectable } from '@gatewright/core';
@Injectable()
class Log {
  lines: string[] = [];
  add(line: string) {
    this.lines.push(line);
    return this.lines;
  }
}
@Injectable()
abstract class Repository {
  constructor(protected readonly log: Log) {}
  abstract find(): string[];
}
@Injectable()
class Users extends Repository {
  find() {
    return this.log.add('users');
  }
}
@Injectable()
abstract class Base {
  constructor(
    protected readonly users: Users,
    protected readonly log: Log,
  ) {}
}
@Controller('/x')
export class InheritingController extends Base {
  @Get() get() {
    this.users.find();
    return this.log.add('get');
  }
}
