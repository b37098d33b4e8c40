import { Header, HttpCode } from '../../src/decorators/response.js';
import { readOwnRecords } from '../../src/metadata/record.js';

class Target {
  @HttpCode(201)
  @Header('Cache-Control', 'no-store')
  create(): void {}
}

describe('HttpCode and Header', () => {
  it('record the status, the name and the value as they are', () => {
    expect(readOwnRecords(Target)).toEqual([
      { decorator: 'Header', arguments: ['Cache-Control', 'no-store'], member: 'create' },
      { decorator: 'HttpCode', arguments: [201], member: 'create' },
    ]);
  });
});
