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
      @Allow() id: number; @Allow() firstName: string; @Allow() lastName: string; @Allow() age: number;
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
    code: 'class User { @Allow() id: number; @Allow() name: string; }',
    takes: { User: ANY },
  },
  { heading: 'plainToClassFromExist', reason: 'a DTO is always a new instance' },
  { heading: 'classToPlain', reason: 'see returns.test.ts' },
  { heading: 'classToClass', reason: 'the application’s own call, which keeps the library: see fallbacks.test.ts' },
  { heading: 'serialize', reason: 'the application’s own call, as classToClass is' },
  { heading: 'deserialize and deserializeArray', reason: 'the application’s own call, as classToClass is' },
  {
    heading: 'Enforcing type-safe instance',
    code: `class Loose { @Allow() id: number; @Allow() firstName: string; @Allow() lastName: string; }
    class User { @Expose() @Allow() id: number; @Expose() @Allow() firstName: string; @Expose() @Allow() lastName: string; }`,
    takes: { Loose: ANY, User: transforming('{ excludeExtraneousValues: true }') },
  },
  {
    heading: 'Working with nested objects',
    code: `class Photo { @Allow() id: number; @Allow() filename: string; }
    class Album { @Allow() id: number; @Allow() name: string; @Type(() => Photo) @Allow() photos: Photo[]; }`,
    takes: { Album: ANY },
  },
  {
    heading: 'Providing more than one type option',
    code: `class Person { @Allow() name: string; }
    abstract class Photo { @Allow() id: number; @Allow() filename: string; }
    class Landscape extends Photo { @Allow() panorama: boolean; }
    class Portrait extends Photo { @Allow() person: Person; }
    class UnderWater extends Photo { @Allow() depth: number; }
    const subTypes = [
      { value: Landscape, name: 'landscape' },
      { value: Portrait, name: 'portrait' },
      { value: UnderWater, name: 'underwater' },
    ];
    class Album {
      @Allow() id: number;
      @Allow() name: string;
      @Type(() => Photo, { discriminator: { property: '__type', subTypes } }) @Allow() topPhoto: Landscape | Portrait | UnderWater;
    }
    class Kept {
      @Type(() => Photo, { keepDiscriminatorProperty: true, discriminator: { property: '__type', subTypes } })
      @Allow() photos: (Landscape | Portrait | UnderWater)[];
    }`,
    takes: { Album: ANY, Kept: ANY },
  },
  {
    heading: 'Exposing getters and method return values',
    code: `class User {
      @Allow() id: number; @Allow() firstName: string; @Allow() lastName: string; @Allow() password: string;
      @Expose() get name() { return this.firstName + ' ' + this.lastName; }
      @Expose() getFullName() { return this.firstName + ' ' + this.lastName; }
    }`,
    takes: { User: ANY },
  },
  {
    heading: 'Exposing properties with different names',
    code: `class User {
      @Expose({ name: 'uid' }) @Allow() id: number;
      @Allow() firstName: string;
      @Allow() lastName: string;
      @Expose({ name: 'secretKey' }) @Allow() password: string;
      @Expose({ name: 'fullName' }) getFullName() { return this.firstName + ' ' + this.lastName; }
    }`,
    takes: { User: ANY },
  },
  {
    heading: 'Skipping specific properties',
    code: 'class User { @Allow() id: number; @Allow() email: string; @Exclude() @Allow() password: string; }',
    takes: { User: ANY },
  },
  {
    heading: 'Skipping depend of operation',
    code: `class User { @Allow() id: number; @Allow() email: string; @Exclude({ toPlainOnly: true }) @Allow() password: string; }
    class Reverse { @Allow() id: number; @Exclude({ toClassOnly: true }) @Allow() password: string; }`,
    takes: { User: ANY, Reverse: ANY },
  },
  {
    heading: 'Skipping all properties of the class',
    code: `@Exclude() class User { @Expose() @Allow() id: number; @Expose() @Allow() email: string; @Allow() password: string; }
    class Strategy { @Expose() @Allow() id: number; @Expose() @Allow() email: string; @Allow() password: string; }`,
    takes: { User: ANY, Strategy: transforming("{ strategy: 'excludeAll' }") },
  },
  {
    heading: 'Skipping private properties, or some prefixed properties',
    code: `class User {
      @Allow() id: number; @Allow() private _firstName: string; @Allow() private _lastName: string; @Allow() _password: string;
      setName(firstName: string, lastName: string) { this._firstName = firstName; this._lastName = lastName; }
      @Expose() get name() { return this._firstName + ' ' + this._lastName; }
    }`,
    takes: { User: transforming("{ excludePrefixes: ['_'] }") },
  },
  {
    heading: 'Using groups to control excluded properties',
    code: `class User {
      @Allow() id: number; @Allow() name: string;
      @Expose({ groups: ['user', 'admin'] }) @Allow() email: string;
      @Expose({ groups: ['user'] }) @Allow() password: string;
    }`,
    takes: { User: [...transforming("{ groups: ['user'] }"), ...transforming("{ groups: ['admin'] }")] },
  },
  {
    heading: 'Using versioning to control exposed and excluded properties',
    code: `class User {
      @Allow() id: number; @Allow() name: string;
      @Expose({ since: 0.7, until: 1 }) @Allow() email: string;
      @Expose({ since: 2.1 }) @Allow() password: string;
    }`,
    takes: { User: [0.5, 0.7, 1, 2, 2.1].flatMap((version) => transforming(`{ version: ${version} }`)) },
  },
  {
    heading: 'Сonverting date strings into Date objects',
    code: `class User {
      @Allow() id: number; @Allow() email: string; @Allow() password: string;
      @Type(() => Date) @Allow() registrationDate: Date;
      @Type(() => Number) @Allow() count: number; @Type(() => String) @Allow() text: string; @Type(() => Boolean) @Allow() flag: boolean;
    }`,
    takes: { User: ANY },
  },
  {
    heading: 'Working with arrays',
    code: `class Album { @Allow() id: number; @Allow() name: string; }
    class Photo { @Allow() id: number; @Allow() name: string; @Type(() => Album) @Allow() albums: Album[]; }
    class Skill { @Allow() name: string; }
    class Weapon { @Allow() name: string; @Allow() range: number; }
    class Player {
      @Allow() name: string;
      @Type(() => Skill) @Allow() skills: Set<Skill>;
      @Type(() => Weapon) @Allow() weapons: Map<string, Weapon>;
    }`,
    takes: { Photo: ANY, Player: ANY },
  },
  { heading: 'Additional data transformation', reason: 'no example' },
  {
    heading: 'Basic usage',
    code: `class Moment { constructor(readonly value: unknown) {} }
    class Photo {
      @Allow() id: number;
      @Type(() => Date) @Transform(({ value }) => new Moment(value), { toClassOnly: true }) @Allow() date: Moment;
    }`,
    takes: { Photo: ANY },
  },
  {
    heading: 'Advanced usage',
    code: `class Photo {
      @Transform(({ value, key, obj, type, options }) => [value, key, Object.keys(obj), type, options]) @Allow() date: unknown;
    }`,
    takes: { Photo: ANY },
  },
  {
    heading: 'Other decorators',
    reason: 'decorators of the application’s own methods, which keep the library: see fallbacks.test.ts',
  },
  {
    heading: 'Working with generics',
    code: `class User { @Allow() name: string; }
    class Page<TItem> { @Allow() items: TItem[]; @Allow() total: number; }
    class Users extends Page<User> { @Type(() => User) @Allow() declare items: User[]; }`,
    takes: { Users: ANY },
  },
  {
    heading: 'Implicit type conversion',
    code: 'class MyPayload { @IsString() @Allow() prop: string; }',
    takes: {
      MyPayload: [true, false].map((on) => `{ transformOptions: { enableImplicitConversion: ${on} } }`),
    },
  },
  { heading: 'How does it handle circular references?', reason: 'a request’s JSON has none' },
  { heading: 'Example with Angular2', reason: 'no server’s' },
  { heading: 'Samples', reason: 'no example' },
  { heading: 'Release notes', reason: 'no example' },
];
