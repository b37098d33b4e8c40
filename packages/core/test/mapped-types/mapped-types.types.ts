import { type Fields, IntersectionType, OmitType, PartialType, PickType } from '../../src/mapped-types/index.js';

type Same<TLeft, TRight> = (<T>() => T extends TLeft ? 1 : 2) extends <T>() => T extends TRight ? 1 : 2 ? true : false;
const same = <TLeft, TRight>(_: Same<TLeft, TRight>): void => {};

abstract class User {
  readonly id!: string;
  name!: string;
  age?: number;
  protected hidden!: string;
  constructor(readonly given: { readonly value: string }) {}
  greet(): string {
    return this.name + this.hidden;
  }
}
class Address {
  city!: string;
}

same<Fields<User>, { readonly id: string; name: string; age?: number; readonly given: { readonly value: string } }>(
  true,
);

class Update extends PartialType(User) {
  more!: string;
}
const update = new Update();
same<typeof update.name, string | undefined>(true);
same<typeof update.more, string>(true);
// @ts-expect-error a DTO has no methods
update.greet();
// @ts-expect-error what is readonly stays so
update.id = '';

class Picked extends PickType(User, ['id', 'age']) {}
same<keyof Picked, 'id' | 'age'>(true);
same<Picked['age'], number | undefined>(true);
// @ts-expect-error there is no such property
PickType(User, ['nobody']);
// @ts-expect-error nor is a method one
PickType(User, ['greet']);

class Rest extends OmitType(User, ['id', 'given'] as const) {}
same<keyof Rest, 'name' | 'age'>(true);
// @ts-expect-error there is no such property
OmitType(User, ['nobody']);

class Both extends IntersectionType(
  OmitType(User, ['given']),
  Address,
  class Third {
    third = 1;
  },
) {}
same<keyof Both, 'id' | 'name' | 'age' | 'city' | 'third'>(true);
same<Both['third'], number>(true);
// @ts-expect-error of nothing there is no class
IntersectionType();
