import { Controller, createHandler, Get, Injectable, isDefinitionError, Uses } from '../../src/index.js';

@Injectable()
class Store {
  @Uses({ todos: 'read' })
  list() {
    return [];
  }
}

@Injectable()
@Uses({ 'the-todos': 'read', todos: ['Read' as never, 7 as never], mails: 'ses:Send Email' })
class Wrong {}

@Injectable()
@Uses(['todos'] as never)
class NoObject {}

@Controller('/todos')
class TodosController {
  constructor(
    readonly store: Store,
    readonly wrong: Wrong,
    readonly none: NoObject,
  ) {}

  @Get()
  @Uses({ '': 'read' })
  list() {
    return [];
  }

  @Get('/:id')
  @Uses({ todos: ['read', 'grantStream', 'dynamodb:*'] })
  get() {
    return [];
  }
}

const problemsOf = (method: 'list' | 'get') => {
  try {
    createHandler(TodosController, method);
  } catch (error) {
    if (isDefinitionError(error)) return error.message.split('\n');
  }
  return [];
};

describe('Uses refuses', () => {
  it('what names no resource or access, and methods without a route', () => {
    const level =
      "write a level such as 'read', a grant method such as 'grantPurge', or an action such as 'dynamodb:Query' [USES_INVALID]";
    const names = 'which cannot be part of an environment variable; use letters, digits and _, a letter first';
    expect(problemsOf('list')).toEqual([
      'Store: @Uses stands on "list", which is no method with a route; write it above the class [USES_INVALID]',
      `Wrong: @Uses names "the-todos", ${names} [USES_INVALID]`,
      `Wrong: @Uses gives "Read" as access to "todos"; ${level}`,
      `Wrong: @Uses gives a value of type number as access to "todos"; ${level}`,
      `Wrong: @Uses gives "ses:Send Email" as access to "mails"; ${level}`,
      "NoObject: @Uses was given no object; write @Uses({ todos: 'read' }) [USES_INVALID]",
      `TodosController.list: @Uses names "", ${names} [USES_INVALID]`,
    ]);
  });

  it('nothing of a method that is right', () => {
    expect(problemsOf('get').filter((line) => line.startsWith('TodosController'))).toEqual([
      expect.stringContaining('"id"'),
    ]);
  });
});
