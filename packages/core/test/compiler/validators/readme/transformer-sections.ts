import type { Section } from './section.js';

const ANY = ['{ whitelist: false, forbidUnknownValues: false }'];
const transforming = (options: string): string[] => [
  `{ whitelist: false, forbidUnknownValues: false, transformOptions: ${options} }`,
];

/** class-transformer's README, section by section: where it goes to plain data, `@Returns` does. */
export const TRANSFORMER_SECTIONS: readonly Section[] = [
  { heading: 'Table of contents', reason: 'no example' },
  {
    heading: 'What is class-transformer',
    code: `class User {
      id: number; firstName: string; lastName: string; age: number;
      getName() { return this.firstName + ' ' + this.lastName; }
      isAdult() { return this.age > 36 && this.age < 60; }
    }`,
    takes: { User: ANY },
  },
  { heading: 'Installation', reason: 'no example' },
  { heading: 'Node.js', reason: 'no example' },
  { heading: 'Browser', reason: 'no example' },
  { heading: 'Methods', reason: 'no example' },
  {
    heading: 'plainToClass',
    code: 'class User { id: number; name: string; }',
    takes: { User: ANY },
  },
  { heading: 'plainToClassFromExist', reason: 'a DTO is always a new instance' },
  { heading: 'classToPlain', reason: 'see returns.test.ts' },
  { heading: 'classToClass', reason: 'the application’s own call, which keeps the library: see fallbacks.test.ts' },
  { heading: 'serialize', reason: 'the application’s own call, as classToClass is' },
  { heading: 'deserialize and deserializeArray', reason: 'the application’s own call, as classToClass is' },
  {
    heading: 'Enforcing type-safe instance',
    code: `class Loose { id: number; firstName: string; lastName: string; }
    class User { @Expose() id: number; @Expose() firstName: string; @Expose() lastName: string; }`,
    takes: { Loose: ANY, User: transforming('{ excludeExtraneousValues: true }') },
  },
  {
    heading: 'Working with nested objects',
    code: `class Photo { id: number; filename: string; }
    class Album { id: number; name: string; @Type(() => Photo) photos: Photo[]; }`,
    takes: { Album: ANY },
  },
  {
    heading: 'Providing more than one type option',
    code: `class Person { name: string; }
    abstract class Photo { id: number; filename: string; }
    class Landscape extends Photo { panorama: boolean; }
    class Portrait extends Photo { person: Person; }
    class UnderWater extends Photo { depth: number; }
    const subTypes = [
      { value: Landscape, name: 'landscape' },
      { value: Portrait, name: 'portrait' },
      { value: UnderWater, name: 'underwater' },
    ];
    class Album {
      id: number;
      name: string;
      @Type(() => Photo, { discriminator: { property: '__type', subTypes } }) topPhoto: Landscape | Portrait | UnderWater;
    }
    class Kept {
      @Type(() => Photo, { keepDiscriminatorProperty: true, discriminator: { property: '__type', subTypes } })
      photos: (Landscape | Portrait | UnderWater)[];
    }`,
    takes: { Album: ANY, Kept: ANY },
  },
  {
    heading: 'Exposing getters and method return values',
    code: `class User {
      id: number; firstName: string; lastName: string; password: string;
      @Expose() get name() { return this.firstName + ' ' + this.lastName; }
      @Expose() getFullName() { return this.firstName + ' ' + this.lastName; }
    }`,
    takes: { User: ANY },
  },
  {
    heading: 'Exposing properties with different names',
    code: `class User {
      @Expose({ name: 'uid' }) id: number;
      firstName: string;
      lastName: string;
      @Expose({ name: 'secretKey' }) password: string;
      @Expose({ name: 'fullName' }) getFullName() { return this.firstName + ' ' + this.lastName; }
    }`,
    takes: { User: ANY },
  },
  {
    heading: 'Skipping specific properties',
    code: 'class User { id: number; email: string; @Exclude() password: string; }',
    takes: { User: ANY },
  },
  {
    heading: 'Skipping depend of operation',
    code: `class User { id: number; email: string; @Exclude({ toPlainOnly: true }) password: string; }
    class Reverse { id: number; @Exclude({ toClassOnly: true }) password: string; }`,
    takes: { User: ANY, Reverse: ANY },
  },
  {
    heading: 'Skipping all properties of the class',
    code: `@Exclude() class User { @Expose() id: number; @Expose() email: string; password: string; }
    class Strategy { @Expose() id: number; @Expose() email: string; password: string; }`,
    takes: { User: ANY, Strategy: transforming("{ strategy: 'excludeAll' }") },
  },
  {
    heading: 'Skipping private properties, or some prefixed properties',
    code: `class User {
      id: number; private _firstName: string; private _lastName: string; _password: string;
      setName(firstName: string, lastName: string) { this._firstName = firstName; this._lastName = lastName; }
      @Expose() get name() { return this._firstName + ' ' + this._lastName; }
    }`,
    takes: { User: transforming("{ excludePrefixes: ['_'] }") },
  },
  {
    heading: 'Using groups to control excluded properties',
    code: `class User {
      id: number; name: string;
      @Expose({ groups: ['user', 'admin'] }) email: string;
      @Expose({ groups: ['user'] }) password: string;
    }`,
    takes: { User: [...transforming("{ groups: ['user'] }"), ...transforming("{ groups: ['admin'] }")] },
  },
  {
    heading: 'Using versioning to control exposed and excluded properties',
    code: `class User {
      id: number; name: string;
      @Expose({ since: 0.7, until: 1 }) email: string;
      @Expose({ since: 2.1 }) password: string;
    }`,
    takes: { User: [0.5, 0.7, 1, 2, 2.1].flatMap((version) => transforming(`{ version: ${version} }`)) },
  },
  {
    heading: 'Сonverting date strings into Date objects',
    code: `class User {
      id: number; email: string; password: string;
      @Type(() => Date) registrationDate: Date;
      @Type(() => Number) count: number; @Type(() => String) text: string; @Type(() => Boolean) flag: boolean;
    }`,
    takes: { User: ANY },
  },
  {
    heading: 'Working with arrays',
    code: `class Album { id: number; name: string; }
    class Photo { id: number; name: string; @Type(() => Album) albums: Album[]; }
    class Skill { name: string; }
    class Weapon { name: string; range: number; }
    class Player {
      name: string;
      @Type(() => Skill) skills: Set<Skill>;
      @Type(() => Weapon) weapons: Map<string, Weapon>;
    }`,
    takes: { Photo: ANY, Player: ANY },
  },
  { heading: 'Additional data transformation', reason: 'no example' },
  {
    heading: 'Basic usage',
    code: `class Moment { constructor(readonly value: unknown) {} }
    class Photo {
      id: number;
      @Type(() => Date) @Transform(({ value }) => new Moment(value), { toClassOnly: true }) date: Moment;
    }`,
    takes: { Photo: ANY },
  },
  {
    heading: 'Advanced usage',
    code: `class Photo {
      @Transform(({ value, key, obj, type, options }) => [value, key, Object.keys(obj), type, options]) date: unknown;
    }`,
    takes: { Photo: ANY },
  },
  {
    heading: 'Other decorators',
    reason: 'decorators of the application’s own methods, which keep the library: see fallbacks.test.ts',
  },
  {
    heading: 'Working with generics',
    code: `class User { name: string; }
    class Page<TItem> { items: TItem[]; total: number; }
    class Users extends Page<User> { @Type(() => User) declare items: User[]; }`,
    takes: { Users: ANY },
  },
  {
    heading: 'Implicit type conversion',
    code: 'class MyPayload { @IsString() prop: string; }',
    takes: {
      MyPayload: [true, false].map((on) => `{ transformOptions: { enableImplicitConversion: ${on} } }`),
    },
  },
  { heading: 'How does it handle circular references?', reason: 'a request’s JSON has none' },
  { heading: 'Example with Angular2', reason: 'no server’s' },
  { heading: 'Samples', reason: 'no example' },
  { heading: 'Release notes', reason: 'no example' },
];
