import { Injectable } from '@gatewright/core';
@Injectable()
export class SameStore {
  read() {
    return 'two';
  }
}
