import { ClassTable } from '../../src/model/class-table.js';

describe('ClassTable', () => {
  const userOf = () => class User {};

  it('gives a class its name as key, the same at each call', () => {
    const table = new ClassTable();
    const User = userOf();
    expect([table.keyOf(User), table.keyOf(User)]).toEqual(['User', 'User']);
    expect(table.classOf('User')).toBe(User);
  });

  it('numbers classes that share a name, and calls one without a name class', () => {
    const table = new ClassTable();
    const classes = [userOf(), userOf(), userOf(), class {}, class {}];
    const keys = classes.map((target) => table.keyOf(target));
    expect(keys).toEqual(['User', 'User#2', 'User#3', 'class', 'class#2']);
    expect(keys.map((key) => table.classOf(key))).toEqual(classes);
  });

  it('refuses a key that it did not give', () => {
    expect(() => new ClassTable().classOf('User')).toThrow('no class has the key User');
  });

  it('walks over classes met during the walk', () => {
    const table = new ClassTable();
    table.keyOf(class First {});
    const keys: string[] = [];
    for (const [key] of table.entries()) {
      keys.push(key);
      if (key === 'First') table.keyOf(class Second {});
    }
    expect(keys).toEqual(['First', 'Second']);
  });
});
