import { Injectable } from '@gatewright/core';
@Injectable()
export class Two {
  text = 'two';
}
export const unused = 'MARK-unused';
