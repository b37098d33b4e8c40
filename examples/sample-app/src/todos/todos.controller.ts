import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  NotFound,
  Param,
  Patch,
  Post,
  Public,
  Query,
  Uses,
} from '@gatewright/core';
import { CreateTodo } from './create-todo';
import { ListTodos } from './list-todos';
import type { Todo, TodoPage } from './todo';
import { TodoStore } from './todo-store';
import { UpdateTodo } from './update-todo';

/** Each route's function may do to the table what its `@Uses` says, and nothing else. */
@Controller('/todos')
@Public()
export class TodosController {
  constructor(private readonly todos: TodoStore) {}

  /** List todos, newest first. */
  @Get()
  @Uses({ todos: 'dynamodb:Query' })
  list(@Query() page: ListTodos): Promise<TodoPage> {
    return this.todos.list(page);
  }

  /** Create a todo. */
  @Post()
  @Uses({ todos: 'dynamodb:PutItem' })
  @HttpCode(201)
  create(@Body() input: CreateTodo): Promise<Todo> {
    return this.todos.create(input.title);
  }

  /** Read a todo. */
  @Get('/:id')
  @Uses({ todos: 'dynamodb:GetItem' })
  async get(@Param('id') id: string): Promise<Todo> {
    return (await this.todos.get(id)) ?? notFound(id);
  }

  /** Change the title of a todo, or whether it is done. */
  @Patch('/:id')
  @Uses({ todos: 'dynamodb:UpdateItem' })
  async update(@Param('id') id: string, @Body() changes: UpdateTodo): Promise<Todo> {
    return (await this.todos.update(id, changes)) ?? notFound(id);
  }

  /** Delete a todo. */
  @Delete('/:id')
  @Uses({ todos: 'dynamodb:DeleteItem' })
  async remove(@Param('id') id: string): Promise<void> {
    if (!(await this.todos.remove(id))) {
      notFound(id);
    }
  }
}

const notFound = (id: string): never => {
  throw new NotFound(`There is no todo with the id ${id}`);
};
