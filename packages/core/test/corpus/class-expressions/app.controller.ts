import { Controller, Get, Injectable } from '@gatewright/core';
const Store = class {
  read() {
    return 'store';
  }
};
Injectable()(Store);
const Base = class Inner {
  protected from() {
    return Inner.name;
  }
};
export const ExpressionController = class extends Base {
  readonly store = new Store();
  get() {
    return this.store.read() + this.from();
  }
  other() {
    return 'MARK-other';
  }
};
const method = (name: 'get' | 'other') =>
  [
    ExpressionController.prototype,
    name,
    Object.getOwnPropertyDescriptor(ExpressionController.prototype, name)!,
  ] as const;
Get()(...method('get'));
Get('/other')(...method('other'));
Controller('/expression')(ExpressionController);
