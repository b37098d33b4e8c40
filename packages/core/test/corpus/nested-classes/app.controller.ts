import { Controller, Get } from '@gatewright/core';
@Controller('/x')
export class NestedController {
  @Get() get() {
    class Counter {
      n = 0;
      help() {
        return 'counter';
      }
      next() {
        this.n++;
        return this;
      }
    }
    const object = {
      name: 'object',
      read() {
        return this.name;
      },
    };
    return [new Counter().next().next().n, object.read(), (() => this.help())()];
  }
  help() {
    return 'help';
  }
  @Get('/other') other() {
    return new (class {
      run() {
        return 'inner';
      }
    })().run();
  }
}
