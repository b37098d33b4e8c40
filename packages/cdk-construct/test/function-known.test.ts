import { checkFunctionKnown } from '../src/function-known.js';
import { problemLine } from '../src/problem.js';

const ids = ['TodosController.create', 'TodosController.list', 'UsersController.list'];

const messageFor = (routeId: string) => checkFunctionKnown('Api', routeId, ids).map(problemLine).join();

describe('checkFunctionKnown', () => {
  it('accepts an id that there is', () => {
    expect(checkFunctionKnown('Api', 'TodosController.list', ids)).toEqual([]);
  });

  it.each([
    ['TodosControler.create', 'TodosController.create'],
    ['todosController.List', 'TodosController.list'],
    ['TodoController.list', 'TodosController.list'],
  ])('suggests the nearest id for %s', (wrong, meant) => {
    expect(messageFor(wrong)).toBe(
      `Api: there is no function or route "${wrong}"; did you mean "${meant}"? There are ${ids.join(', ')} [FUNCTION_UNKNOWN]`,
    );
  });

  it.each(['', 'list', 'constructor', '__proto__'])('lists the ids where none is near, for "%s"', (wrong) => {
    expect(messageFor(wrong)).toBe(
      `Api: there is no function or route "${wrong}"; use one of ${ids.join(', ')} [FUNCTION_UNKNOWN]`,
    );
  });
});
