import { Lambda } from '../../src/decorators/lambda.js';
import { readOwnRecords } from '../../src/metadata/record.js';

@Lambda({ memorySize: 256 })
class Target {
  @Lambda({ timeout: 10 })
  list(): void {}
}

describe('Lambda', () => {
  it('records options of a class and of a method', () => {
    expect(readOwnRecords(Target)).toEqual([
      { decorator: 'Lambda', arguments: [{ timeout: 10 }], member: 'list' },
      { decorator: 'Lambda', arguments: [{ memorySize: 256 }] },
    ]);
  });
});
