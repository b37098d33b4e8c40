import {
  Authorizer,
  Body,
  Consumes,
  Controller,
  Header,
  Headers,
  Packaging,
  Query,
  Returns,
  Validation,
} from '../../src/index.js';
import { buildAuthorizer, checkAuthorizerNames } from '../../src/model/build-authorizer.js';
import { ClassTable } from '../../src/model/class-table.js';
import { readApplication } from '../../src/model/read-application.js';
import type { MethodFact, ParameterFact, SourceFacts } from '../../src/model/source-facts.js';

@Controller('/gate')
@Validation({ whitelist: false, stopAtFirstError: true })
class Gate {
  @Authorizer('users')
  @Validation({ whitelist: true })
  users(@Query('key') key: string): boolean {
    return key === 'open';
  }

  @Authorizer('users')
  again(@Query('key', { separator: ',' }) key: string): boolean {
    return key === 'open';
  }

  @Authorizer('mixed')
  @Returns(Gate)
  @Header('x-a', '1')
  @Consumes('text/plain')
  @Packaging('app')
  mixed(): boolean {
    return true;
  }

  @Authorizer('kept', { cacheFor: 60 })
  kept(@Headers('authorization', { required: true }) token: string, @Query('key', { required: true }) key: string) {
    return token === key;
  }

  @Authorizer('loose', { cacheFor: 60 })
  loose(@Headers('authorization', { required: true }) token: string, @Query('key') key: string) {
    return token === key;
  }

  @Authorizer('bodies', { cacheFor: 60 })
  bodies(@Body('token') token: string) {
    return token === '';
  }
}

const source = { file: 'gate.ts', line: 3, column: 5 };
const factsOf = (parameter: ParameterFact): SourceFacts => ({
  classAt: () => undefined,
  method: (): MethodFact => ({
    source,
    parameters: [parameter],
    returns: { kind: 'unknown' },
    answers: 'any',
    promise: 'maybe',
  }),
});
const FACTS = factsOf({ name: 'key', optional: false, source });

const application = readApplication([Gate], new ClassTable());
const controller = application.controllers[0]!;
const build = (name: keyof Gate & string, facts?: SourceFacts, within = application) =>
  buildAuthorizer(within, controller, controller.authorizers.find((method) => method.name === name)!, facts);
const linesOf = (name: keyof Gate & string, facts?: SourceFacts): string[] =>
  build(name, facts).problems.map(({ at = '-', where, message }) => `${at} ${where}: ${message}`);

describe('buildAuthorizer', () => {
  it('joins what is known of an authorizer', () => {
    const built = build('users');
    expect(built).toEqual({
      authorizer: {
        name: 'users',
        id: 'Gate.users',
        controller: 'Gate',
        controllerMethod: 'users',
        parameters: [{ index: 0, in: 'query', name: 'key', type: { kind: 'string' }, required: false }],
        validation: { whitelist: true, stopAtFirstError: true },
        lambda: {},
      },
      problems: [],
      warnings: [],
    });
    expect(build('kept').authorizer).toMatchObject({ cacheFor: 60, validation: { whitelist: false } });
  });

  it('is named by the key of a class of which no more is known', () => {
    expect(build('users', undefined, { ...application, classes: {} }).authorizer).toMatchObject({
      id: 'Gate.users',
      controller: 'Gate',
    });
  });

  it('warns of types that a request need not keep, and tells where', () => {
    expect(build('users', FACTS).warnings).toEqual([
      expect.stringMatching(/^gate\.ts:3:5 Gate\.users \(authorizer "users"\), parameter 0 \(key\): may be undefined/),
    ]);
  });

  it.each<[keyof Gate & string, SourceFacts | undefined, (string | RegExp)[]]>([
    ['users', FACTS, []],
    ['kept', undefined, []],
    ['again', undefined, [/^- Gate\.again \(authorizer "users"\), parameter 0: .*separator/]],
    ['again', FACTS, [/^gate\.ts:3:5 Gate\.again \(authorizer "users"\), parameter 0 \(key\): .*separator/]],
    [
      'mixed',
      undefined,
      [/^- Gate\.mixed \(authorizer "mixed"\): has @Header, @Returns, @Consumes, @Packaging beside @Authorizer,/],
    ],
    ['loose', undefined, [/^- Gate\.loose \(authorizer "loose"\): is cached, so that all it goes by has to be known/]],
    [
      'bodies',
      FACTS,
      [
        /^gate\.ts:3:5 Gate\.bodies .*: parameter 0 takes what there is not/,
        /^gate\.ts:3:5 Gate\.bodies .*: is cached/,
      ],
    ],
  ])('refuses what means nothing: %s', (name, facts, lines) => {
    expect(linesOf(name, facts)).toEqual(lines.map((line) => expect.stringMatching(line)));
  });
});

describe('checkAuthorizerNames', () => {
  it.each([
    [undefined, {}],
    [FACTS, { at: 'gate.ts:3:5' }],
  ])('refuses all but the first of a name, with the place where it is known', (facts, at) => {
    const built = (['users', 'kept', 'again'] as const).map((name) => build(name, facts));
    expect(checkAuthorizerNames(built)).toEqual([
      {
        code: 'AUTHORIZER_INVALID',
        where: 'Gate.again (authorizer "users")',
        message: 'has the name of Gate.users; give one of them another',
        ...at,
      },
    ]);
    expect(checkAuthorizerNames(built.slice(0, 2))).toEqual([]);
  });
});
