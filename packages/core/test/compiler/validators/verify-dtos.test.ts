import { DECLARATIONS, DECORATORS } from './decorator-table.js';
import { COMPILED, DTO_CODE } from './dto-cases.js';
import { withEach } from './each-row.js';
import { verifyHere } from './in-process.js';

const none = (names: readonly string[]) => names.map(() => undefined);

/** What class-transformer says. */
const TRANSFORMED = `
class Cat { @IsString() name!: string; kind?: string; }
class Dog { @IsInt() age!: number; kind?: string; }
const ANIMALS = { discriminator: { property: 'kind', subTypes: [{ value: Cat, name: 'cat' }, { value: Dog, name: 'dog' }] } };
class Zoo { @ValidateNested() @Type(() => Cat, ANIMALS) animal!: Cat | Dog; @ValidateNested({ each: true }) @Type(() => Dog, { ...ANIMALS, keepDiscriminatorProperty: true }) animals!: (Cat | Dog)[]; }
class Named { @Expose({ name: 'first_name' }) @IsString() name!: string; @Exclude() @IsOptional() secret?: string; @Transform(({ value }) => (typeof value === 'string' ? value.trim() : value)) @IsString() text!: string; }
class Collected { @Type(() => Dog) @IsDefined() dogs!: Set<Dog>; @Type(() => Cat) @IsDefined() cats!: Map<string, Cat>; @Type(() => Date) @IsDate({ each: true }) dates!: Date[]; }
class Held { get name() { return 'a'; } @IsString() text = 'b'; @IsOptional() later = undefined; method() { return 1; } }
class Strict { @Expose() @IsString() seen!: string; @IsInt() unseen!: number; }
`;
const NAMES = ['Zoo', 'Named', 'Collected', 'Held', 'Strict'];

describe('verifyDtos', () => {
  it.each([
    {},
    { groups: ['a'] },
    { skipNullProperties: true, stopAtFirstError: true },
    { forbidUnknownValues: false, whitelist: false },
    { dismissDefaultMessages: true },
  ])('finds no difference in DTOs of all kinds with %p', async (validation) => {
    expect(await verifyHere(DTO_CODE, COMPILED, { validation })).toEqual(none(COMPILED));
  });

  it('finds no difference in any decorator', async () => {
    const rows = DECORATORS.flatMap((row) => [row, withEach(row)]);
    const names = rows.map((_, index) => `D${index}`);
    const classes = rows.map((row, index) => `class D${index} { @${row} value!: unknown; }`);
    expect(await verifyHere(`${DECLARATIONS}\n${classes.join('\n')}`, names)).toEqual(none(names));
  });

  it.each([
    {},
    { enableImplicitConversion: true },
    { strategy: 'excludeAll' },
    { excludePrefixes: ['te'] },
    { exposeDefaultValues: true },
  ] as const)('finds no difference in what is transformed with %p', async (transformOptions) => {
    expect(await verifyHere(TRANSFORMED, NAMES, { validation: { transformOptions } })).toEqual(none(NAMES));
  });

  const ITEM = 'class Item { @IsInt() @Max(5) count!: number; @IsString() name!: string; }';

  it('tells the least object that shows a difference', async () => {
    const verdicts = await verifyHere(ITEM, ['Item'], { change: (code) => code.replaceAll('must be', 'is to be') });
    expect(verdicts).toEqual([{ dto: 'Item', difference: expect.stringMatching(/^for \{.*\}, errors\./) }]);
  });

  it('tells what differs at one value alone of each DTO with the same rules', async () => {
    const names = ['One', 'Two', 'Three'];
    const code = names.map((name) => `class ${name} { @IsOptional() @Max(5) count?: number; }`).join('\n');
    expect(await verifyHere(code, names)).toEqual(none(names));
    const verdicts = await verifyHere(code, names, {
      change: (own) => own.replace('max(value, ', 'max(value + 0.5, '),
    });
    const difference = expect.stringMatching(/^for \{"count":/);
    expect(verdicts).toEqual(names.map((dto) => ({ dto, difference })));
  });

  it('tells what differs in the second of two DTOs with the same rules alone', async () => {
    const code = 'class One { @Max(5) count!: number; }\nclass Two { @Max(5) count!: number; }';
    const verdicts = await verifyHere(code, ['One', 'Two'], {
      change: (own) => (own.includes('validateTwo') ? own.replace('must not', 'may not') : own),
    });
    expect(verdicts).toEqual([undefined, { dto: 'Two', difference: expect.stringMatching(/^for \{/) }]);
  });

  it('tells that code throws where the libraries do not', async () => {
    const verdicts = await verifyHere(ITEM, ['Item'], {
      change: (code) => code.replace('new Item()', '(() => { throw new Error("no item"); })()'),
    });
    expect(verdicts).toEqual([
      { dto: 'Item', difference: 'for {}, it: has [thrown] instead of [made,errors,instance]' },
    ]);
  });

  it.each([
    ['cannot be read', 'const a =', /^Unexpected token/],
    ['fails at once', 'throw new Error("broken");', 'broken'],
    ['fails with what is no error', 'throw "broken";', 'broken'],
  ])('tells that code %s', async (_name, code, difference) => {
    const verdicts = await verifyHere(ITEM, ['Item'], { change: () => code });
    expect(verdicts).toEqual([{ dto: 'Item', difference: expect.stringMatching(difference) }]);
  });

  it('puts code together that calls functions of the author, and calls none where it is not told to', async () => {
    let calls = 0;
    Object.assign(globalThis, { countCall: () => calls++ });
    const code = `class Own { @ValidateIf(() => { countCall(); return true; }) @IsInt() a!: number; }`;
    expect(await verifyHere(code, ['Own'], { callsAuthored: false })).toEqual([undefined]);
    expect(calls).toBe(0);
    expect(await verifyHere(code, ['Own'])).toEqual([undefined]);
    expect(calls).toBeGreaterThan(0);
  });
});
