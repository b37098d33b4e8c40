import { instanceName, Names, variableName } from '../../src/compiler/names.js';

describe('Names', () => {
  it('gives each name once, and none that is taken or reserved', () => {
    const names = new Names(['event']);
    expect(['id', 'id', 'event', 'class', 'id'].map((wish) => names.claim(wish))).toEqual([
      'id',
      'id2',
      'event2',
      'class2',
      'id3',
    ]);
  });

  it.each([
    ['x-request-id', 'xRequestId'],
    ['1st', '_1st'],
    ['', '_'],
    ['a.b c', 'aBC'],
    ['Name#2', 'Name2'],
    ['é', '_'],
  ])('turns %j into the identifier %s', (wish, name) => {
    expect(new Names([]).claim(wish)).toBe(name);
  });
});

describe('instanceName', () => {
  it.each([
    ['TodoStore', 'todoStore'],
    ['DB', 'db'],
    ['DBClient', 'dbClient'],
    ['lower', 'lower'],
  ])('calls an instance of %s %s', (className, name) => {
    expect(instanceName(className)).toBe(name);
  });
});

describe('variableName', () => {
  it.each([
    ['TABLE_NAME', 'tableName'],
    ['TodoStore', 'todoStore'],
    ['TodoStore#2', 'todoStore'],
    ['"table-name"', 'tableName'],
    ['"https://shop.example"', 'httpsShopExample'],
    ['Symbol(queue)', 'queue'],
    ['Symbol()', 'provided'],
    ['"?"', 'provided'],
    ['NOW', 'now'],
  ])('calls what is injected for %s %s', (token, name) => {
    expect(variableName(token)).toBe(name);
  });
});
