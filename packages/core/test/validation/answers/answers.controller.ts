import { Body, Catch, Controller, Get, NotFound, Post, Returns, reply, Sse } from '@gatewright/core';
import { Exclude, Expose, Type } from 'class-transformer';
import { IsDate, IsEmpty, IsInt, IsOptional, IsString, registerDecorator, ValidateNested } from 'class-validator';

/** A rule that has to be awaited. */
const IsKnown = (): PropertyDecorator => (target, property) =>
  registerDecorator({
    name: 'isKnown',
    target: target.constructor,
    propertyName: property as string,
    options: { message: '$property must be known' },
    validator: { validate: async (value) => value !== 'nobody' },
  });

class City {
  @Expose() @IsString() name!: string;
}

class Address {
  @Expose() @ValidateNested() @Type(() => City) city!: City;
}

export class User {
  @Expose({ name: 'uid' }) @IsInt() @IsEmpty({ groups: ['create'] }) id!: number;
  @Expose() @IsString() @IsKnown() name!: string;
  @Expose() @IsOptional() @IsDate() @Type(() => Date) created?: Date;
  @Expose() @IsOptional() @ValidateNested({ each: true }) @Type(() => Address) addresses?: Address[];
  @Exclude() @IsOptional() @IsString() password?: string;
  @Exclude() @Type(() => User) friend?: User;
}

/** What only an instance has. */
class Member extends User {
  @Expose() @IsString() get initial(): string {
    return this.#initial();
  }

  #initial(): string {
    return this.name.slice(0, 1);
  }
}

class Loose {
  @Expose() anything?: unknown;
}

class Failing {
  @Expose() @IsString() text!: string;
}

const RECORD = { id: 1, name: 'Ada', created: new Date(0), addresses: [{ city: { name: 'Ulm' } }], password: 'p' };

const instance = (given: object = {}): User => Object.assign(new User(), { id: 1, name: 'Ada' }, given);

@Controller('/answers')
export class AnswersController {
  @Get('/records')
  @Returns([User], { validate: true })
  records(): object[] {
    const circular: { id: number; name: string; friend?: object } = { id: 2, name: 'Bob' };
    circular.friend = circular;
    return [RECORD, circular, Object.freeze({ ...RECORD, more: 1 })].map(({ name, ...rest }) => ({ ...rest, name }));
  }

  @Get('/instances')
  @Returns([User], { validate: true })
  async instances(): Promise<(User | null)[]> {
    const address = Object.assign(new Address(), { city: Object.assign(new City(), { name: 'Ulm' }) });
    return [Object.assign(new Member(), instance({ addresses: [address] })), instance(), null];
  }

  @Get('/broken')
  @Returns([User], { validate: true })
  broken(): object[] {
    const city = { name: 7 };
    const addresses = Object.freeze([{ city }]);
    return [
      RECORD,
      Object.freeze({ ...RECORD, id: '1', addresses }),
      instance({ name: 'nobody', addresses: [{ city }], password: 2 }),
    ];
  }

  @Get('/many')
  @Returns([User], { validate: true })
  async many(): Promise<object[]> {
    return Array.from({ length: 13 }, () => ({ ...RECORD, id: null }));
  }

  @Get('/reply')
  @Returns(User, { validate: true })
  reply(): object {
    return reply(201, { ...RECORD, id: 0.5 });
  }

  @Get('/missing')
  @Returns(User, { validate: true })
  missing(): object {
    throw new NotFound('no such user');
  }

  @Get('/text')
  @Returns(User, { validate: true })
  text(): unknown {
    return new Response('as it is');
  }

  @Get('/loose')
  @Returns(Loose, { validate: true })
  loose(): object {
    return { anything: 1, constructor: 2, ['__proto__']: 3 };
  }

  @Get('/caught')
  @Catch('InvalidAnswer', 502)
  @Returns(Failing, { validate: true })
  caught(): object {
    return {};
  }

  @Get('/stream')
  @Returns([User], { validate: true })
  async *stream(): AsyncGenerator<object> {
    yield { ...RECORD, name: 1 };
  }

  @Get('/events')
  @Sse()
  @Returns(User, { validate: true })
  async *events(): AsyncGenerator<object> {
    yield RECORD;
  }

  @Post('/create')
  @Returns(User, { validate: true })
  create(@Body() input: Failing): object {
    return { ...RECORD, name: input.text };
  }

  @Get('/asked')
  @Returns(Failing)
  asked(): object {
    return { text: 1 };
  }

  @Get('/never')
  @Returns(Failing, { validate: false })
  never(): object {
    return { text: 1 };
  }

  @Get('/plain')
  plain(): object {
    return { text: 1 };
  }
}
