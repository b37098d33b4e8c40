import type { Section } from './section.js';

/** class-validator's README, section by section. */
export const VALIDATOR_SECTIONS: readonly Section[] = [
  { heading: 'Table of Contents', reason: 'no example' },
  { heading: 'Installation', reason: 'no example' },
  {
    heading: 'Usage',
    code: `class Post {
      @Length(10, 20) title: string;
      @Contains('hello') text: string;
      @IsInt() @Min(0) @Max(10) rating: number;
      @IsEmail() email: string;
      @IsFQDN() site: string;
      @IsDate() createDate: Date;
    }
    class DatedPost extends Post { @Type(() => Date) declare createDate: Date; }`,
    takes: { Post: ['{}'], DatedPost: ['{}'] },
  },
  {
    heading: 'Passing options',
    code: `class Address { @Length(2, 20) city: string; }
    class Post { @Length(10, 20) title: string; @IsInt() @Min(0) rating: number; @ValidateNested() @Type(() => Address) at: Address; }`,
    takes: {
      Post: [
        '{ skipMissingProperties: true }',
        '{ whitelist: false }',
        '{ forbidNonWhitelisted: true }',
        '{ groups: ["a"] }',
        '{ dismissDefaultMessages: true }',
        '{ forbidUnknownValues: false }',
        '{ stopAtFirstError: true }',
      ],
    },
  },
  {
    heading: 'Validation errors',
    code: `class Post { @Length(10, 20) title: string; @Contains('hello') text: string; }`,
    takes: { Post: ['{}'] },
  },
  {
    heading: 'Validation messages',
    code: `class Short {
      @MinLength(10, { message: 'Title is too short' }) @MaxLength(50, { message: 'Title is too long' }) title: string;
    }
    class Tokens {
      @MinLength(10, { message: 'Title is too short. Minimal length is $constraint1 characters, but actual is $value' })
      @MaxLength(50, { message: 'Title is too long. Maximal length is $constraint1 characters, but actual is $value' })
      title: string;
    }
    class Told {
      @MinLength(10, {
        message: (args: validator.ValidationArguments) => {
          if (args.value.length === 1) return 'Too short, minimum length is 1 character';
          else return 'Too short, minimum length is ' + args.constraints[0] + ' characters';
        },
      })
      title: string;
    }`,
    takes: { Short: ['{}'], Tokens: ['{}'], Told: ['{}'] },
  },
  {
    heading: 'Validating arrays',
    code: `class Post { @MaxLength(20, { each: true }) tags: string[]; }`,
    takes: { Post: ['{}'] },
  },
  {
    heading: 'Validating sets',
    code: `class Post { @MaxLength(20, { each: true }) tags: Set<string>; }
    class TypedPost { @Type(() => String) @MaxLength(20, { each: true }) tags: Set<string>; }`,
    takes: { Post: ['{}'], TypedPost: ['{}'] },
  },
  {
    heading: 'Validating maps',
    code: `class Post { @MaxLength(20, { each: true }) tags: Map<string, string>; }
    class TypedPost { @Type(() => String) @MaxLength(20, { each: true }) tags: Map<string, string>; }`,
    takes: { Post: ['{}'], TypedPost: ['{}'] },
  },
  {
    heading: 'Validating nested objects',
    code: `class User { @IsEmail() email: string; }
    class Post { @ValidateNested() @Type(() => User) user: User; }
    class UntypedPost { @ValidateNested() user: User; }
    class Point { @IsInt() x: number; @IsInt() y: number; }
    class Plan2D { @ValidateNested() @Type(() => Point) matrix: Point[][]; }`,
    takes: { Post: ['{}'], UntypedPost: ['{}'], Plan2D: ['{}'] },
  },
  {
    heading: 'Validating promises',
    code: `class Post { @Min(0) @ValidatePromise() userId: Promise<number>; }`,
    takes: { Post: ['{}'] },
    left: '@ValidatePromise waits for a value',
  },
  {
    heading: 'Inheriting Validation decorators',
    code: `class BaseContent { @IsEmail() email: string; @IsString() password: string; }
    class User extends BaseContent {
      @MinLength(10) @MaxLength(20) name: string;
      @Contains('hello') welcome: string;
      @MinLength(20) password: string;
    }`,
    takes: { User: ['{}'] },
  },
  {
    heading: 'Conditional validation',
    code: `class Post { @Allow() otherProperty: string; @ValidateIf(o => o.otherProperty === 'value') @IsNotEmpty() example: string; }`,
    takes: { Post: ['{}'] },
  },
  {
    heading: 'Whitelisting',
    code: `class Post { @Allow() title: string; @Min(0) views: number; nonWhitelistedProperty: number; }`,
    takes: { Post: ['{ whitelist: true }', '{ whitelist: true, forbidNonWhitelisted: true }', '{ whitelist: false }'] },
  },
  {
    heading: 'Passing context to decorators',
    code: `class MyClass {
      @MinLength(32, {
        message: 'EIC code must be at least 32 characters',
        context: { errorCode: 1003, developerNote: 'The validated string must contain 32 or more characters.' },
      })
      eicCode: string;
    }`,
    takes: { MyClass: ['{}'] },
  },
  {
    heading: 'Skipping missing properties',
    code: `class Post { @Length(10, 20) title: string; @IsDefined() @IsInt() views: number; }`,
    takes: { Post: ['{ skipMissingProperties: true }'] },
  },
  {
    heading: 'Validation groups',
    code: `class User {
      @Min(12, { groups: ['registration'] }) age: number;
      @Length(2, 20, { groups: ['registration', 'admin'] }) name: string;
      @IsInt({ always: true }) id: number;
    }`,
    takes: {
      User: [
        "{ groups: ['registration'] }",
        "{ groups: ['admin'] }",
        "{ groups: ['registration', 'admin'] }",
        '{ groups: undefined }',
        '{ groups: [] }',
        "{ groups: ['unknown'] }",
      ],
    },
  },
  {
    heading: 'Validation option validateIf',
    code: `class MyClass {
      @Min(5, {
        message: 'min',
        validateIf: (obj: MyClass, value) => { return !obj.someOtherProperty || obj.someOtherProperty === 'min'; },
      })
      @Max(3, { message: 'max', validateIf: (o: MyClass) => !o.someOtherProperty || o.someOtherProperty === 'max' })
      someProperty: number;
      @IsIn(['min', 'max', '', 'other']) someOtherProperty: string;
    }`,
    takes: { MyClass: ['{}'] },
  },
  {
    heading: 'Custom validation classes',
    code: `@ValidatorConstraint({ name: 'customText', async: false })
    class CustomTextLength {
      validate(text: string, args: validator.ValidationArguments) { return text.length > 1 && text.length < 10; }
      defaultMessage(args: validator.ValidationArguments) { return 'Text ($value) is too short or too long!'; }
    }
    @ValidatorConstraint()
    class Between {
      validate(text: string, args: validator.ValidationArguments) {
        return text.length > args.constraints[0] && text.length < args.constraints[1];
      }
    }
    class Post { @Validate(CustomTextLength, { message: 'Title is too short or long!' }) title: string; }
    class Own { @Validate(CustomTextLength) title: string; }
    class Limits { @Validate(Between, [3, 20], { message: 'Wrong post title' }) title: string; }`,
    takes: { Post: ['{}'], Own: ['{}'], Limits: ['{}'] },
  },
  {
    heading: 'Custom validation decorators',
    code: `function IsLongerThan(property: string, validationOptions?: validator.ValidationOptions) {
      return function (object: Object, propertyName: string) {
        registerDecorator({
          name: 'isLongerThan',
          target: object.constructor,
          propertyName: propertyName,
          constraints: [property],
          options: validationOptions,
          validator: {
            validate(value: any, args: validator.ValidationArguments) {
              const [relatedPropertyName] = args.constraints;
              const relatedValue = (args.object as any)[relatedPropertyName];
              return typeof value === 'string' && typeof relatedValue === 'string' && value.length > relatedValue.length;
            },
          },
        });
      };
    }
    @ValidatorConstraint({ async: true })
    class IsUserAlreadyExistConstraint {
      validate(userName: any, args: validator.ValidationArguments) {
        return Promise.resolve(userName === 'a' ? { userName } : undefined).then(user => { if (user) return false; return true; });
      }
    }
    function IsUserAlreadyExist(validationOptions?: validator.ValidationOptions) {
      return function (object: Object, propertyName: string) {
        registerDecorator({
          target: object.constructor,
          propertyName: propertyName,
          options: validationOptions,
          constraints: [],
          validator: IsUserAlreadyExistConstraint,
        });
      };
    }
    class Post {
      @IsString() title: string;
      @IsLongerThan('title', { message: 'Text must be longer than the title' }) text: string;
    }
    class User {
      @IsUserAlreadyExist({ message: 'User $value already exists. Choose another name.' }) name: string;
    }`,
    takes: { Post: ['{}'], User: ['{}'] },
  },
  {
    heading: 'Using service container',
    reason: 'a route that calls useContainer keeps the libraries: see fallbacks.test.ts',
  },
  { heading: 'Synchronous validation', reason: 'validateSync is called by nobody where routes validate' },
  {
    heading: 'Manual validation',
    reason: 'functions like isEmpty are the application’s to call: see fallbacks.test.ts',
  },
  { heading: 'Validation decorators', reason: 'a table: see every-decorator.test.ts' },
  { heading: 'Defining validation schema without decorators', reason: 'the library no longer has them' },
  { heading: 'Validating plain objects', reason: 'no example: a DTO is always made an instance of its class' },
  { heading: 'Samples', reason: 'no example' },
  { heading: 'Extensions', reason: 'no example' },
  { heading: 'Release notes', reason: 'no example' },
  { heading: 'Contributing', reason: 'no example' },
];
