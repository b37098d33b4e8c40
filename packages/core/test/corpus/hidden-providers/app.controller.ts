import { Controller, Get, Inject, Injectable } from '@gatewright/core';
const Outer = class Inner { text = 'inner'; };
type Outer = InstanceType<typeof Outer>;
Injectable()(Outer);
@Injectable() class Hidden { constructor(@Inject(Outer) readonly inner: Outer) {} }
@Controller('/hidden') export class HiddenController { constructor(private readonly hidden: Hidden) {} @Get() get() { return this.hidden.inner.text; } }
