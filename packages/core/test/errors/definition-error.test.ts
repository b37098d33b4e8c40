import { DefinitionError, isDefinitionError, refuse } from '../../src/errors/definition-error.js';

const missing = { code: 'ROUTE_MISSING', where: 'UsersController.get', message: 'has no route' } as const;
const twice = { code: 'ROUTE_REPEATED', where: 'A.b', message: 'has two', at: 'src/a.ts:3:5' } as const;

describe('DefinitionError', () => {
  it('says each problem on one line: place, where, what, code', () => {
    expect(new DefinitionError([missing, twice]).message).toBe(
      'UsersController.get: has no route [ROUTE_MISSING]\nsrc/a.ts:3:5 A.b: has two [ROUTE_REPEATED]',
    );
  });

  it('is an Error with the problems as data', () => {
    const error = new DefinitionError([missing]);
    expect(error).toBeInstanceOf(Error);
    expect(error.name).toBe('DefinitionError');
    expect(error.problems).toEqual([missing]);
  });
});

describe('isDefinitionError', () => {
  it.each([
    ['one of this copy', new DefinitionError([missing]), true],
    ['one of another copy', { [Symbol.for('gatewright.definition-error')]: true }, true],
    ['another error of the same name', Object.assign(new Error(), { name: 'DefinitionError' }), false],
    ['a function', () => {}, false],
    ['null', null, false],
    ['undefined', undefined, false],
    ['text', 'DefinitionError', false],
  ])('tells %s', (_, value, is) => {
    expect(isDefinitionError(value)).toBe(is);
  });
});

describe('refuse', () => {
  it('throws all problems in one error', () => {
    expect(() => refuse([missing, twice])).toThrow(expect.objectContaining({ problems: [missing, twice] }));
  });

  it('does nothing without problems', () => {
    expect(() => refuse([])).not.toThrow();
  });
});
