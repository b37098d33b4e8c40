import { recordClass, recordClassOrMethod, recordMethod, recordParameter } from '../../src/metadata/decorate.js';
import { readOwnRecords } from '../../src/metadata/record.js';

const Mark = recordClass('Mark', ['class']);
const Method = recordMethod('Method', ['method']);
const Both = recordClassOrMethod('Both', ['both']);
const Parameter = recordParameter('Parameter', ['parameter']);
const Field = Method as unknown as PropertyDecorator;
const symbol = Symbol('member');

@Both
@Mark
class Marked {
  @Field
  property = 1;

  constructor(@Parameter readonly injected: string) {}

  @Both
  @Method
  method(@Parameter first: string, second: string, @Parameter third: string): string {
    return `${this.property}${first}${second}${third}`;
  }

  @Method
  [symbol](): void {}

  @Method
  static shared(@Parameter first: string): string {
    return first;
  }
}

describe('recordClass, recordMethod, recordClassOrMethod and recordParameter', () => {
  it('write down what each decorator stands on, in the order they run', () => {
    expect(readOwnRecords(Marked)).toEqual([
      { decorator: 'Method', arguments: ['method'], member: 'property', property: true },
      { decorator: 'Parameter', arguments: ['parameter'], member: 'method', parameter: 2 },
      { decorator: 'Parameter', arguments: ['parameter'], member: 'method', parameter: 0 },
      { decorator: 'Method', arguments: ['method'], member: 'method' },
      { decorator: 'Both', arguments: ['both'], member: 'method' },
      { decorator: 'Method', arguments: ['method'], member: symbol },
      { decorator: 'Parameter', arguments: ['parameter'], member: 'shared', parameter: 0, static: true },
      { decorator: 'Method', arguments: ['method'], member: 'shared', static: true },
      { decorator: 'Parameter', arguments: ['parameter'], parameter: 0 },
      { decorator: 'Mark', arguments: ['class'] },
      { decorator: 'Both', arguments: ['both'] },
    ]);
  });

  it('leave the class and its methods as they were', () => {
    const descriptor = Object.getOwnPropertyDescriptor(Marked.prototype, 'method');
    expect(descriptor).toMatchObject({ enumerable: false, writable: true, configurable: true });
    expect(new Marked('x').method('a', 'b', 'c')).toBe('1abc');
  });
});

describe('decorators compiled as ECMAScript decorators', () => {
  const message = 'was compiled as an ECMAScript decorator; set "experimentalDecorators": true in tsconfig.json';

  it.each([
    ['a method', Method, () => {}, { kind: 'method', name: 'list' }, '@Method on list'],
    ['a symbol method', Method, () => {}, { kind: 'method', name: symbol }, '@Method on Symbol(member)'],
    ['a field, which has no value', Method, undefined, { kind: 'field', name: 'size' }, '@Method on size'],
    ['a class', Mark, class {}, { kind: 'class', name: 'Users' }, '@Mark on Users'],
    ['a class without a name', Mark, class {}, { kind: 'class', name: undefined }, '@Mark on a class'],
    ['a context without a name', Mark, class {}, { kind: 'class' }, '@Mark on a class'],
  ])('refuse %s', (_, decorator, target, context, where) => {
    const call = decorator as unknown as (target: unknown, context: unknown) => void;
    expect(() => call(target, context)).toThrow(
      expect.objectContaining({ name: 'DefinitionError', message: `${where}: ${message} [DECORATOR_STANDARD]` }),
    );
  });

  it.each([[null], [{}], ['kind']])('are not mistaken for %j as a member', (member) => {
    class Target {}
    const call = Method as unknown as (target: object, member: unknown, descriptor: object) => void;
    expect(() => call(Target.prototype, member, {})).not.toThrow();
  });
});
