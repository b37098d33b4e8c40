import { heavy } from './heavy.js';
export abstract class Base {
  protected title() {
    return 'base ' + this.suffix();
  }
  protected suffix() {
    return 'suffix';
  }
  protected unused() {
    return heavy() + 'MARK-unused';
  }
}
