import { Injectable } from '@gatewright/core';
import { tax } from '@shop/tax';
@Injectable()
export class Prices {
  gross(net: number) {
    return net + tax(net);
  }
}
export const unused = 'MARK-unused';
