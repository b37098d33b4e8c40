import { Controller, Get, Query } from '@gatewright/core';
const options = { mode: 'fast', limits: [1, 2] } as const satisfies { mode: string; limits: readonly number[] };
@Controller('/syntax') export class SyntaxController {
  private pick<TKey extends keyof typeof options>(key: TKey): (typeof options)[TKey] { return options[key]; }
  read(value: string): string; read(value: number): number; read(value: string | number) { return value; }
  @Get() get(this: SyntaxController, @Query('q') q?: string) { const none = undefined as { a?: { b(): string } } | undefined; return { mode: this.pick('mode'), first: this.pick('limits')[0]!, read: this?.read(q ?? 'none'), none: none?.a?.b() ?? 'nothing' }; }
}
