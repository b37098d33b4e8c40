import { Controller, Get, Inject, Injectable, Optional, type Provider, provide, Scope, token } from '@gatewright/core';

interface Clock {
  now(): string;
}

const CLOCK = token<Clock>('CLOCK');
const CONFIG = token<object>('CONFIG');

@Controller('/missing')
export class MissingController {
  @Inject(CONFIG) readonly config!: object;

  constructor(
    @Inject(CLOCK) readonly clock: Clock,
    @Inject('text') readonly text: string,
    @Inject(Symbol('symbol')) readonly symbol: string,
    @Optional() readonly unknown: Clock,
  ) {}

  @Get()
  get() {}
}

@Injectable()
export class First {
  constructor(@Inject('second') readonly second: unknown) {}
}

@Controller('/cycle', {
  providers: [
    provide('second', { useFactory: (first: First) => first, inject: [First] }),
    provide('self', { useExisting: 'self' }),
  ],
})
export class CycleController {
  constructor(
    readonly first: First,
    @Inject('self') readonly self: unknown,
  ) {}

  @Get()
  get() {}
}

@Injectable({ scope: Scope.REQUEST })
export class PerRequest {}

@Injectable({ scope: Scope.TRANSIENT })
export class Transient {}

@Controller('/scope', {
  providers: [provide('scoped', { useValue: 1, scope: Scope.REQUEST } as { useValue: number })],
})
export class ScopeController {
  constructor(
    readonly perRequest: PerRequest,
    readonly transient: Transient,
  ) {}

  @Get()
  get() {}
}

const count = (left: string, right: string): string => left + right;
/** What a module that imports this one would see. */
const circular = undefined as unknown as string;

@Controller('/invalid', {
  providers: [
    provide('twice', { useValue: 1 }),
    provide('twice', { useValue: 2 }),
    provide('count', { useFactory: count, inject: ['twice'] as never }),
    provide('both', { useValue: 1, useClass: First } as never),
    provide('none', {} as never),
    provide('class', { useClass: 'First' } as never),
    provide('null', { useClass: null } as never),
    provide('factory', { useFactory: 1 } as never),
    provide('existing', { useExisting: 1 } as never),
    provide('inject', { useFactory: () => 1, inject: 'twice' } as never),
    provide('circular', { useFactory: (value: string) => value, inject: [circular] }),
    provide(circular, { useValue: 1 }),
    { provide: 'nest', useValue: 1 } as unknown as Provider,
    null as unknown as Provider,
    [] as unknown as Provider,
  ],
})
export class InvalidController {
  @Get()
  get() {}
}

@Controller({ path: '/list', providers: 'all' as never, scope: Scope.REQUEST } as object)
export class ListController {
  constructor(@Inject(1 as never) readonly odd: unknown) {}

  @Get()
  get() {}
}

class Plain {}

@Controller('/factory', {
  providers: [
    provide('needs', { useFactory: (plain: Plain, text: string) => [plain, text], inject: [Plain, 'nothing'] }),
    provide('alias', { useExisting: 'nobody' }),
  ],
})
export class FactoryController {
  constructor(
    @Inject('needs') readonly needs: unknown,
    @Inject('alias') readonly alias: unknown,
  ) {}

  @Get()
  get() {}
}
