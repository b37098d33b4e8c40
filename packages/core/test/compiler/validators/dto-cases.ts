/** DTOs that use what class-validator has beside its decorators' tests; functions among them have no effects. */
export const DTO_CODE = `
class Street { @Length(1, 20) name!: string; @IsOptional() @IsInt() number?: number; }
class Address { @IsString() city!: string; @ValidateNested() @Type(() => Street) street!: Street; }
@ValidatorConstraint({ name: 'even' }) class Even { validate(value: unknown) { return typeof value === 'number' && value % 2 === 0; } defaultMessage(args: any) { return '$property ' + args.targetName + ' ' + args.constraints?.[0] + ' $value'; } }
@ValidatorConstraint({ async: true }) class Slow { async validate(value: unknown) { return value === 'a'; } }
const Age = () => (target: object, property: string) => { IsInt()(target, property); Min(1, { message: 'too young: $value < $constraint1' })(target, property); };
const Odd = (options?: object) => ValidateBy({ name: 'odd', constraints: [7], validator: { validate: (value: any) => value % 2 === 1, defaultMessage: () => '$property is not odd like $constraint1' } }, options);
const Later = () => ValidateBy({ name: 'later', validator: { validate: (value: any) => Promise.resolve(value === 'a') } }, { context: { later: true } });
const Own = () => (target: object, propertyName: string) => registerDecorator({ name: 'own', target: target.constructor, propertyName, constraints: [1], options: { message: (args: any) => args.property + args.value + args.constraints }, validator: Even as any });
const LIMIT = Number(process.env.NOT_SET ?? 12);
const WORDS = ['a', 'b'] as const;

class Plain { @IsString() name!: string; @IsInt() @Min(0) @Max(LIMIT) count!: number; @IsIn(WORDS) word!: string; }
class Optional { @IsOptional() @IsString() a?: string; @ValidateIf((object) => object.a !== 'a') @IsInt() b!: number; @IsInt({ validateIf: (object: any, value: any) => value !== 'x' } as any) c!: number; @IsOptional() @ValidateIf((_, value) => value !== 1) @IsString() d!: string; }
class Messages {
  @IsInt({ message: '$property of $target is $value, not $constraint1' }) a!: number;
  @Max(5, { message: (args) => [args.property, args.value, args.targetName, args.constraints[0], typeof args.object].join() }) b!: number;
  @IsIn(['$value', '$property'], { message: '$constraint1 $property' }) c!: string;
  @Length(2, 4, { message: '' }) d!: string;
  @Matches(/^[a-z]+$/i, { message: 'say $constraint1' }) e!: string;
  @IsInt({ each: true, message: 'each $value' }) f!: number[];
}
class Contexts { @IsInt({ context: { code: 1 } }) @Min(1, { context: { code: 2, more: [1] } }) a!: number; @IsDefined({ context: { code: 3 } }) b!: unknown; @ValidateNested({ context: { code: 4 } }) @Type(() => Street) street!: Street; }
class Nested { @ValidateNested() @Type(() => Address) address!: Address; @IsOptional() @ValidateNested({ each: true, message: '$property $target $value' }) @Type(() => Street) streets?: Street[]; @ValidateNested() unknown!: object; }
class Tree { @IsString() name!: string; @IsOptional() @ValidateNested({ each: true }) @Type(() => Tree) children?: Tree[]; }
class Grouped { @IsInt({ groups: ['a'] }) a!: number; @IsInt({ groups: ['b'] }) b!: number; @IsInt() c!: number; @IsInt({ always: true }) d!: number; @IsInt({ groups: ['a', 'b'], always: false }) e!: number; }
class Base { @IsString() @Length(1, 5) name!: string; @IsInt() inherited!: number; @ValidateNested() @Type(() => Street) street!: Street; }
class Derived extends Base { @IsEmail() name!: string; @IsBoolean() own!: boolean; }
class Initial { @IsInt() limit = 20; @IsString() name!: string; unknown = 1; @IsOptional() @IsInt() get computed() { return 1; } method() { return 1; } }
class Numeric { @IsString() '1'!: string; @IsInt() '0'!: number; @IsString() 'a-b'!: string; @IsBoolean() constructor1!: boolean; }
class Custom { @Validate(Even, [2]) a!: number; @Odd() b!: number; @Own() c!: number; @Odd({ each: true, message: 'no' }) d!: number[]; @Age() e!: number; @IsString() f!: string; }
class Async { @Validate(Slow) a!: string; @Later() @IsString() b!: string; @Validate(Slow, { each: true }) c!: string[]; @ValidateNested() @Type(() => Street) street!: Street; @IsInt() d!: number; }
class AsyncTree { @Later() name!: string; @IsOptional() @ValidateNested({ each: true }) @Type(() => AsyncTree) children?: AsyncTree[]; }
class Unique { @ArrayUnique((item: any) => item?.a) a!: object[]; @ArrayUnique({ message: 'twice' }) b!: unknown[]; @MinDate(() => new Date(0)) c!: Date; }
class Dates { @IsDate() @Type(() => Date) at!: Date; @MinDate(new Date(0)) @Type(() => Date) after!: Date; @Type(() => Number) @IsNumber() n!: number; @Type(() => String) @IsString() s!: string; @Type(() => Boolean) @IsBoolean() b!: boolean; }
class Allowed { @Allow() any!: unknown; @IsDefined() defined!: unknown; }
class Doubled { @IsInt() @IsInt({ message: 'twice' }) @Min(1) @Min(2) a!: number; }
`;

/** DTOs that are compiled; the rest is for the libraries. */
export const COMPILED: readonly string[] =
  'Plain Optional Messages Contexts Nested Tree Grouped Base Derived Initial Numeric Custom Async AsyncTree Unique Dates Allowed Doubled'.split(
    ' ',
  );

/** What `@Validation` may say. */
export const OPTIONS: readonly string[] = [
  '{}',
  '{ whitelist: false }',
  '{ forbidNonWhitelisted: true }',
  '{ stopAtFirstError: true }',
  '{ skipMissingProperties: true }',
  '{ skipUndefinedProperties: true }',
  '{ skipNullProperties: true }',
  '{ skipNullProperties: true, stopAtFirstError: true }',
  '{ forbidUnknownValues: false }',
  '{ forbidUnknownValues: false, whitelist: false }',
  '{ dismissDefaultMessages: true }',
  "{ groups: ['a'] }",
  "{ groups: ['b'], always: true }",
  "{ groups: ['c'] }",
  '{ strictGroups: true }',
];
