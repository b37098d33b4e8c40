import { textTable } from '../src/text-table.js';

describe('textTable', () => {
  it('aligns text to the left and numbers to the right', () => {
    expect(
      textTable([
        ['GET', '/todos', 12345, 'bytes'],
        ['DELETE', '/', 7, 'bytes'],
      ]),
    ).toBe('GET     /todos  12,345  bytes\nDELETE  /            7  bytes');
  });

  it('leaves no spaces at the end of a line, and is empty without rows', () => {
    expect(
      textTable([
        ['a', 'long'],
        ['b', 'x'],
      ]),
    ).toBe('a  long\nb  x');
    expect(textTable([])).toBe('');
  });
});
