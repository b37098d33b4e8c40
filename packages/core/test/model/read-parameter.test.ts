import { ClassTable } from '../../src/model/class-table.js';
import { readParameter } from '../../src/model/read-parameter.js';

class Page {}

describe('readParameter', () => {
  const base = { index: 1, decorator: 'Query', declared: { kind: 'string' } };
  const page = { kind: 'class', class: 'Page' };

  it.each<[string, readonly unknown[], object]>([
    ['no arguments', [], {}],
    ['undefined arguments', [undefined, undefined], {}],
    ['a name', ['limit'], { name: 'limit' }],
    ['an empty name', [''], { name: '' }],
    ['a class', [Page], { explicit: page }],
    ['an array of a class', [[Page]], { explicit: { kind: 'array', items: page } }],
    ['options alone', [{ required: true }], { required: true }],
    ['a type in options', [{ type: Number }], { explicit: { kind: 'number' } }],
    [
      'a name and options',
      ['tag', { required: false, type: [String] }],
      { name: 'tag', required: false, explicit: { kind: 'array', items: { kind: 'string' } } },
    ],
    ['a class and options', [Page, { required: true }], { explicit: page, required: true }],
    ['a class and a type, of which the type wins', [Page, { type: Number }], { explicit: { kind: 'number' } }],
    ['a name and null', ['limit', null], { name: 'limit' }],
    ['a name and an array, which is no options object', ['limit', [Number]], { name: 'limit' }],
  ])('reads %s', (_, values, reading) => {
    const entry = { decorator: 'Query', arguments: values, member: 'list', parameter: 1 };
    expect(readParameter(entry, String, new ClassTable())).toStrictEqual({ ...base, ...reading });
  });
});
