import { Controller, Get } from '@gatewright/core';
const Before = (name: string) => (_target: object, _member: string, descriptor: PropertyDescriptor) => {
  const run = descriptor.value;
  descriptor.value = function (this: Record<string, () => string>, ...values: unknown[]) {
    return this[name]!() + run.apply(this, values);
  };
};
@Controller('/before')
export class BeforeController {
  @Get('/first') first() {
    return 'first ';
  }
  @Get() @Before('first') get() {
    return 'second';
  }
}
