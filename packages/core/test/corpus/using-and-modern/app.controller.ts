import { Controller, Get } from '@gatewright/core';
@Controller('/x')
export class ModernController {
  cache?: Map<string, bigint>;
  @Get() get() {
    (this.cache ??= new Map()).set('a', 9_007_199_254_740_993n);
    let found = '';
    outer: for (const [index, word] of ['a', 'bc'].entries()) {
      for (const letter of word) {
        if (letter === 'c') {
          found = `${index}${letter}`;
          break outer;
        }
      }
    }
    try {
      JSON.parse('{');
    } catch {
      found &&= found + '!';
    }
    const { groups } = /(?<year>\d{4})/u.exec('in 2026')!;
    return {
      found,
      year: groups!.year,
      big: String(this.cache.get('a')),
      at: [1, 2].at(-1),
      sorted: Object.entries({ b: 1 }),
      nothing: null,
    };
  }
}
