import { Controller } from '@gatewright/core';
import { createCrud } from './crud.js';
import { Todo } from './todo.js';
import { User } from './user.js';
@Controller('/todos')
export class TodosController extends createCrud(Todo, () => [{ title: 'milk' }]) {}
@Controller('/users')
export class UsersController extends createCrud(User, () => [{ age: 7 }]) {
  protected override label() {
    return 'MARK-user';
  }
}
