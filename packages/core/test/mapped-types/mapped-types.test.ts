import { Exclude, Expose, instanceToPlain, plainToInstance, Transform, Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Length, ValidateIf, validate } from 'class-validator';
import { IntersectionType, OmitType, PartialType, PickType } from '../../src/mapped-types/index.js';
import '../../src/metadata/reflect.js';

class Tag {
  @IsString() text!: string;
}

class Base {
  @IsString() @Transform(({ value }) => `${value}1`) @Transform(({ value }) => `${value}2`) title!: string;
  @Expose({ name: 'since' }) createdAt!: string;
}

class Post extends Base {
  @Transform(({ value }) => `${value}3`) declare title: string;
  @Type(() => Tag) tags: Tag[] = [];
  @Exclude({ toPlainOnly: true }) @Length(2) secret!: string;
  @ValidateIf(({ title }) => title !== 'x') @IsInt() size!: number;
}

const broken = async (target: new () => object, value: object): Promise<string[]> =>
  (await validate(plainToInstance(target, value))).map(({ property }) => property);

describe('mapped types', () => {
  it('keep all transforms in their order, types, names and exclusions', () => {
    const value = { title: 'a', since: 's', tags: [{ text: 't' }], secret: 'ab' };
    class Copy extends OmitType(Post, []) {}
    const copy = plainToInstance(Copy, value);
    expect({ ...copy }).toEqual({ ...plainToInstance(Post, value) });
    expect(copy.tags[0]).toBeInstanceOf(Tag);
    expect(copy.title).toBe('a123');
    expect(instanceToPlain(copy)).toEqual(instanceToPlain(plainToInstance(Post, value)));
    expect(instanceToPlain(copy)).not.toHaveProperty('secret');
  });

  it('keep conditions beside being optional', async () => {
    class Update extends PartialType(Post) {}
    expect(await broken(Update, { size: 'a' })).toEqual(['size']);
    expect(await broken(Update, {})).toEqual([]);
    expect(await broken(PickType(Post, ['size']), { size: 'a' })).toEqual(['size']);
  });

  it('leave what is picked out of alone', async () => {
    PartialType(Post);
    expect(await broken(Post, { title: 1 })).toEqual(['secret', 'size']);
  });

  it('have the initial values of the properties, and no methods', () => {
    class Counter {
      @IsInt() count = 1;
      @IsString() name!: string;
      next(): number {
        return this.count + 1;
      }
    }
    class Wanting {
      readonly value: string;
      constructor({ value }: { readonly value: string }) {
        this.value = value;
      }
    }
    expect({ ...new (IntersectionType(Counter, Wanting, Post))() }).toEqual({ count: 1, tags: [] });
    expect({ ...new (OmitType(Counter, ['count']))() }).toEqual({});
    expect('next' in new (PartialType(Counter))()).toBe(false);
  });

  it('apply the rules of every class of an intersection', async () => {
    class First {
      @IsString() @IsOptional() name?: string;
    }
    class Second {
      @Length(2) name!: string;
    }
    const Both = IntersectionType(First, Second);
    expect(await broken(Both, { name: 'a' })).toEqual(['name']);
    expect(await broken(Both, {})).toEqual([]);
  });

  it('copy declared types where something knows them', () => {
    const type = (target: object, name: string) => Reflect.getMetadata('design:type', target, name);
    expect(type(PickType(Post, ['size']).prototype, 'size')).toBe(Number);
    expect(type(PickType(Post, ['size']).prototype, 'tags')).toBeUndefined();
  });

  it('are named after what they are made of', () => {
    expect(PartialType(Post).name).toBe('PartialPost');
    expect(IntersectionType(Post, Tag).name).toBe('IntersectionPostAndTag');
  });
});
