import { Controller, Get } from '@gatewright/core'
import { Allow } from 'class-validator'
import { dropped } from './dropped.js'
const KEY = 'keyed'
const later = (value: unknown) => () => value
const kept = later
import { alsoDropped } from './dropped.js'
(kept as { own?: number }).own = 3
class Dto {
  a = 1
  @Allow() ['b'] = 2
}
@Controller('/x')
export class BareController {
  a = 1
  @Get('/numbers') async *numbers() { yield 'one' }
  b = 2
  @Get('/keyed') [KEY]() { return [this.a, this.b, this.c, this.d, (kept as { own?: number }).own, new Dto()] }
  c = this.a
  @Get('/dropped') dropped() { return dropped }
  ['comp' + 'uted']() { return 'computed' }
  d = this.b
  @Get('/also') also() { return alsoDropped }
  *letters() { yield 'letter' }
  get
  @Get('/letters') spread() { return [...this.letters(), this.get ?? 'none'] }
  static
  @Get('/static') plain() { return 'plain' }
}
