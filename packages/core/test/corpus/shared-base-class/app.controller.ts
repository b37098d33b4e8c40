import { Controller, Get, type HttpContext, Injectable, type Next, Unauthorized, Use } from '@gatewright/core';
abstract class Logged {
  readonly #lines: string[] = [];
  abstract readonly label: string;
  log(line: string) {
    return this.#lines.push(`${this.label}: ${line}`);
  }
  warn(line: string) {
    return this.log(`${this.mark} ${line}`);
  }
  get mark() {
    return '!';
  }
  lines() {
    return this.#lines;
  }
}
@Injectable()
class Service extends Logged {
  readonly label = 'service';
  run() {
    this.warn('ran');
    return this.lines();
  }
}
@Controller('/service')
export class ServiceController extends Logged {
  readonly label = 'controller';
  constructor(private readonly service: Service) {
    super();
  }
  @Get() get() {
    return [this.log('a'), this.service.run()];
  }
  @Get('/other') other() {
    return 'MARK-other';
  }
}
@Controller('/made')
export class MadeController {
  @Get() get() {
    return new Made().twice();
  }
  own() {
    return 'own';
  }
}
class Made extends MadeController {
  twice() {
    return this.own() + this.own();
  }
}
@Controller('/expression')
export class ExpressionController {
  @Get() get() {
    return new (class extends ExpressionController {
      deep = () => this.own();
    })().deep();
  }
  own() {
    return 'own';
  }
}
@Injectable()
@Controller('/inner')
export class InnerController {
  @Get() get() {
    return 'MARK-inner';
  }
  help() {
    return 'help';
  }
}
@Injectable()
class Heir extends InnerController {
  deep() {
    return this.help();
  }
}
@Injectable()
class Guard {
  constructor(private readonly heir: Heir) {}
  use({ request }: HttpContext, next: Next) {
    if (this.heir.deep() !== request.headers['x-help']) throw new Unauthorized(this.heir.deep());
    return next();
  }
}
@Controller('/guarded')
export class GuardedController extends InnerController {
  @Get('/self') @Use(Guard) self() {
    return 'self';
  }
}
