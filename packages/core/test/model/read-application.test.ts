import { IsString } from 'class-validator';
import { Body, Controller, Injectable, Post } from '../../src/index.js';
import { readApplication } from '../../src/model/read-application.js';

@Injectable()
class Client {}

@Injectable()
class Store {
  constructor(readonly client: Client) {}
}

class Input {
  @IsString()
  name!: string;
}

@Controller('/users')
class UsersController {
  constructor(readonly store: Store) {}

  @Post()
  create(@Body() input: Input): Input {
    return input;
  }
}

describe('readApplication', () => {
  it('reads controllers and every class that they lead to', () => {
    const { controllers, classes } = readApplication([UsersController]);
    expect(controllers.map((controller) => controller.class)).toEqual(['UsersController']);
    expect(Object.keys(classes).sort()).toEqual(['Client', 'Input', 'Store', 'UsersController']);
    expect(classes.Store?.dependencies).toEqual([{ token: 'Client' }]);
    expect(classes.Input?.properties).toEqual({ name: { kind: 'string' } });
  });

  it('is safe to write as JSON', () => {
    const application = readApplication([UsersController]);
    expect(JSON.parse(JSON.stringify(application))).toEqual(application);
  });
});
