import { Inject, Injectable } from '../../src/decorators/injectable.js';
import { readOwnRecords } from '../../src/metadata/record.js';

abstract class Store {}

@Injectable()
class Service {
  constructor(@Inject(Store) readonly store: unknown) {}
}

describe('Injectable and Inject', () => {
  it('record the mark and the class that a constructor parameter gets', () => {
    expect(readOwnRecords(Service)).toEqual([
      { decorator: 'Inject', arguments: [Store], parameter: 0 },
      { decorator: 'Injectable', arguments: [] },
    ]);
  });
});
