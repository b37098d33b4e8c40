import { Injectable } from '@gatewright/core';
import { Clock } from 'shared';
@Injectable()
abstract class Timed {
  constructor(readonly clock: Clock) {}
}
@Injectable()
export class Store extends Timed {}
