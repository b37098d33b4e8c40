/** Classes with everything that class-transformer's decorators can say, section by section of its README. */
import '../../../../src/metadata/reflect.js';
import { OmitType, PartialType, PickType } from '../../../../src/mapped-types/index.js';
import type { Class } from '../../../../src/metadata/record.js';
import type { TransformOptions } from '../../../../src/model/dto-options.js';
import { Exclude, Expose, Transform, Type } from './decorators.js';

class Plain {
  id!: number;
  name = 'none';
}

class Photo {
  @Type(() => Number) id!: number;
  @Expose({ name: 'file_name' }) filename!: string;
  @Exclude() secret!: string;
}

class Album {
  id!: number;
  @Type(() => Photo) photos!: Photo[];
  @Type(() => Photo) cover!: Photo;
  @Type(() => Album) parent?: Album;
}

abstract class Picture {
  id!: number;
}
class Landscape extends Picture {
  @Type(() => Boolean) panorama!: boolean;
}
class Portrait extends Picture {
  @Type(() => Plain) person!: Plain;
}
const BY_KIND = {
  discriminator: {
    property: 'kind',
    subTypes: [
      { value: Landscape, name: 'landscape' },
      { value: Portrait, name: 'portrait' },
    ],
  },
};
class Gallery {
  @Type(() => Plain, BY_KIND) top!: Picture;
  @Type(() => Plain, { ...BY_KIND, keepDiscriminatorProperty: true }) all!: Picture[];
  @Type(() => Plain, BY_KIND) set!: Set<Picture>;
}

class Getters {
  @Expose() first!: string;
  last!: string;
  @Expose() get full(): string {
    return `${this.first} ${this.last}`;
  }
  @Expose({ name: 'all' }) greet(): string {
    return this.full;
  }
  set both(value: string) {
    [this.first, this.last] = String(value).split(' ') as [string, string];
  }
  arrow = () => this.first;
}

class Renamed {
  @Expose({ name: 'uid' }) id!: number;
  @Expose({ name: 'name' }) title!: string;
  @Expose() name!: string;
}

class Directions {
  @Exclude({ toClassOnly: true }) incoming!: string;
  @Exclude({ toPlainOnly: true }) outgoing!: string;
  @Exclude({ toPlainOnly: true, toClassOnly: true }) neither!: string;
  @Expose({ toPlainOnly: true, name: 'shown' }) shownAs!: string;
  @Expose({ toClassOnly: true, name: 'read' }) readAs!: string;
}

@Exclude()
class OnlyExposed {
  @Expose() id!: number;
  @Expose() email = 'none';
  password!: string;
}

@Expose()
class AllExposed {
  id!: number;
  @Exclude() password!: string;
}

@Exclude()
@Expose()
class Both {
  id!: number;
  @Expose() name!: string;
}

class Prefixed {
  _id!: number;
  @Expose() _name!: string;
  name!: string;
}

class Grouped {
  id!: number;
  @Expose({ groups: ['user', 'admin'] }) email!: string;
  @Expose({ groups: ['user'] }) password!: string;
  @Transform(({ value }) => `${value}!`, { groups: ['admin'] }) note!: string;
  @Transform(({ value }) => `${value}?`, { groups: [] }) other!: string;
}

class Versioned {
  @Expose({ since: 0.7, until: 1 }) email!: string;
  @Expose({ since: 2.1 }) password!: string;
  @Expose({ until: 2 }) id!: number;
  @Transform(({ value }) => `${value}<2`, { until: 2 })
  @Transform(({ value }) => `${value}>1`, { since: 1 })
  text!: string;
}

class Dated {
  @Type(() => Date) when!: Date;
  @Type(() => Date) all!: Date[];
  untyped!: unknown;
}

class Collections {
  @Type(() => Photo) set!: Set<Photo>;
  @Type(() => Plain) map!: Map<string, Plain>;
  @Type(() => Number) numbers!: Map<string, number>;
  @Type(() => String) texts!: Set<string>;
  @Type(() => Boolean) flags!: boolean[];
}

class Transformed {
  @Transform(({ value }) => (Array.isArray(value) ? value.length : value)) @Type(() => Date) date!: unknown;
  @Transform(({ value, key, obj, type, options }) => [value, key, Object.keys(obj), type, options])
  everything!: unknown;
  @Transform(({ value }) => `${value}1`) @Transform(({ value }) => `${value}2`) twice!: string;
  @Transform(({ obj }) => obj.other, { toClassOnly: true }) from!: unknown;
  @Transform(() => 'never', { toPlainOnly: true }) back!: unknown;
  @Transform(() => undefined) gone!: unknown;
  @Transform(({ value }) => value ?? 'given') @Expose() missing!: string;
}

class Base {
  @Transform(({ value }) => `${value}b`) text!: string;
  @Type(() => Plain) nested!: Plain;
  @Expose({ name: 'from_base' }) named!: string;
  @Exclude() hidden!: string;
  get fixed(): number {
    return 1;
  }
}
class Derived extends Base {
  @Transform(({ value }) => `${value}d`) declare text: string;
  @Type(() => Photo) declare nested: never;
  @Expose({ name: 'from_derived' }) declare named: string;
  @Expose() declare hidden: string;
  own = 1;
}

class Typed {
  @Expose() text!: string;
  @Expose() count!: number;
  @Expose() flag!: boolean;
  @Expose() date!: Date;
  @Expose() list!: string[];
  @Expose() set!: Set<string>;
  @Expose() map!: Map<string, string>;
  @Expose() any!: unknown;
  @Expose() photo!: Photo;
  @Type() typed!: Plain;
}

class Defaults {
  @Expose() name = 'default';
  @Expose() count = 1;
  @Transform(({ value }) => `${value}t`) @Expose() text = 'text';
  unset!: string;
}

class Odd {
  @Expose() 'a-b'!: string;
  @Expose({ name: 'in' }) if!: string;
  @Type(() => String) plain!: string;
  @Type(() => String) value!: string;
  @Type(() => String) toString!: never;
  @Type(() => Number) 0!: number;
}

class Part extends PartialType(Derived) {}
class Omitted extends OmitType(Transformed, ['everything', 'from']) {}
class Picked extends PickType(Album, ['photos', 'id']) {}

/** A class and how it is made. */
export interface Fixture {
  readonly target: Class;
  readonly options: TransformOptions;
}

const CLASSES = [
  Plain,
  Photo,
  Album,
  Gallery,
  Getters,
  Renamed,
  Directions,
  OnlyExposed,
  AllExposed,
  Both,
  Prefixed,
  Grouped,
  Versioned,
  Dated,
  Collections,
  Transformed,
  Derived,
  Typed,
  Defaults,
  Odd,
  Part,
  Omitted,
  Picked,
];

const OPTIONS: readonly TransformOptions[] = [
  {},
  { excludeExtraneousValues: true },
  { strategy: 'excludeAll' },
  { strategy: 'exposeAll', exposeUnsetFields: false },
  { exposeDefaultValues: true },
  { excludeExtraneousValues: true, exposeDefaultValues: true, exposeUnsetFields: false },
  { enableImplicitConversion: true },
  { groups: ['user'] },
  { groups: ['admin', 'other'], version: 1 },
  { version: 2.1, groups: [] },
  { version: 0 },
  { excludePrefixes: ['_', 'na'] },
  { ignoreDecorators: true },
  { ignoreDecorators: true, excludeExtraneousValues: true },
];

/** Every class with every set of options. */
export const FIXTURES: readonly Fixture[] = CLASSES.flatMap((target) =>
  OPTIONS.map((options) => ({ target, options })),
);
