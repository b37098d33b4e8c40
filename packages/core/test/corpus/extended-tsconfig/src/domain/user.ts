import { Injectable } from '@gatewright/core';
@Injectable()
export class Users {
  names() {
    return ['ann'];
  }
}
