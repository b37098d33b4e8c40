import { Controller } from '@gatewright/core';
import { Crud } from './crud.js';
@Controller('/animals')
export class AnimalsController extends Crud<string> {
  protected all() {
    return ['cat', 'dog'];
  }
}
@Controller('/plants')
export class PlantsController extends Crud<string> {
  protected all() {
    return ['MARK-oak'];
  }
  override remove(id: string) {
    return 'kept ' + super.remove(id);
  }
}
