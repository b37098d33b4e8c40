import { Injectable } from '@gatewright/core';
@Injectable()
export default class Store {
  read() {
    return 'store';
  }
}
