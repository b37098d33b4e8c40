import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { isEmail, isFQDN } from 'class-validator';
import fc from 'fast-check';
import { build } from '../../../src/compiler/index.js';
import { handsOn, knownModule, readKnown, withKnownOptions } from '../../../src/compiler/validators/known-options.js';
import type { ReflectiveHandler } from '../../../src/index.js';
import { httpApiEvent } from '../../../src/testing/index.js';
import { createProject, IMPORTS, type Project } from '../project.js';

const { resolve } = createRequire(import.meta.url);
const source = (name: string) =>
  readFileSync(resolve(`validator/lib/${name}`).replace(/lib([\\/][^\\/]+)$/, 'es/lib$1'), 'utf8');

describe('a predicate with known options', () => {
  it('reads none, and hands on what it knows', () => {
    const code = withKnownOptions(source('isEmail'), {});
    expect(code).not.toMatch(/\boptions\.|merge\(/);
    expect(code).toContain(
      knownModule('./isFQDN', { require_tld: true, ignore_max_length: false, allow_underscores: false }),
    );
    expect(code).toContain("from './isByteLength'");
    expect(withKnownOptions(source('isFQDN'), { require_tld: false })).toContain('if (false)');
  });

  it.each([
    ['another default', 'options.a', 'var d = { a: f() };'],
    ['a computed read', 'options[s]', 'var d = { a: 1 };'],
    ['a write', 'options.a = 2', 'var d = { a: 1 };'],
    ['a call', 'options.a()', 'var d = { a: 1 };'],
    ['another use', 'f(options)', 'var d = { a: 1 };'],
    ['a deletion', 'delete options.a', 'var d = { a: 1 };'],
    ['a count', 'options.a++', 'var d = { a: 1 };'],
    ['a spread', 'options.a', 'var d = { ...f };'],
    ['no defaults', 'options.a', ''],
  ])('stays as it is with %s', (_, use, defaults) => {
    const code = `import merge from './merge';\n${defaults}\nexport default function x(s, options) { options = merge(options, d); return ${use}; }`;
    expect(withKnownOptions(code, {})).toBe(code);
  });

  it('stays as it is where options are read before', () => {
    const code = `var d = { a: 1 };\nexport default function x(s, options) { if (options.a) return; options = merge(options, d); return options.a; }`;
    expect(withKnownOptions(code, {})).toBe(code);
    expect(withKnownOptions('export const x = 1;', {})).toBe('export const x = 1;');
  });

  it('says options only of what is always called with the same', () => {
    const calls = (code: string) =>
      withKnownOptions(
        `import one from './one';\nvar d = { a: [] };\nexport default function x(s, options) { options = merge(options, d); return options.a.length > 0 || ${code}; }`,
        {},
      ).split('\n')[0];
    expect(calls('one(s, { b: 1 }) && one(s, { b: 1 })')).toContain('?known=');
    expect(calls('one(s, { b: 1 }) && one(s, { b: 2 })')).toBe("import one from './one';");
    expect(calls('one(s, { b: 1 }) && s.map(one)')).toBe("import one from './one';");
    expect(calls('one(s)')).toBe("import one from './one';");
  });

  it('is told by its module', () => {
    const id = knownModule('/a b/isX.js', { c: 'd?' });
    expect(readKnown(id)).toEqual({ file: '/a b/isX.js', options: { c: 'd?' } });
    expect(readKnown('/a.js')).toEqual({ file: '/a.js', options: {} });
  });

  it('is called by class-validator’s with its options as they are', () => {
    const index = path.dirname(resolve('class-validator/package.json'));
    const wrapper = readFileSync(path.join(index, 'esm2015/decorator/string/IsEmail.js'), 'utf8');
    expect(handsOn(wrapper)).toBe(true);
    expect(handsOn(wrapper.replace('(value, options);', '(value, { ...options });'))).toBe(false);
  });
});

describe('a route', () => {
  let project: Project;
  let handler: ReflectiveHandler;
  beforeAll(async () => {
    project = await createProject({
      'src/a.controller.ts': `${IMPORTS}
import { IsEmail, IsFQDN, IsOptional } from 'class-validator';
class Input { @IsOptional() @IsEmail() email?: string; @IsOptional() @IsFQDN() domain?: string; @IsOptional() @IsFQDN({ require_tld: false }) host?: string; }
@Controller() export class A { @Post() post(@Body() input: Input) { return Object.keys(input); } }`,
    });
    const { functions } = await build({ root: project.root, controllers: 'src/*.controller.ts', outDir: 'out' });
    const [built] = functions;
    if (built === undefined) throw new Error('nothing built');
    ({ handler } = (await import(path.join(built.dir, built.entry))) as { readonly handler: ReflectiveHandler });
  }, 60_000);
  afterAll(() => project.remove());

  const takes = async (body: object) =>
    (await handler(httpApiEvent({ method: 'POST', path: '/', body }))).statusCode === 200;

  it('says of e-mail addresses and domains what class-validator says', async () => {
    const domains = [
      'a.de',
      'a',
      'a.b',
      'ä.de',
      'xn--a.com',
      '-a.de',
      'a_b.de',
      'a.de.',
      '*.a.de',
      `${'a'.repeat(64)}.de`,
      '1.2.3.4',
    ];
    const users = ['ann', '"ann"', '"a b"', 'a..b', 'ä', 'a\u00a0', 'a'.repeat(65), '', 'x <ann', 'a@b', "o'hara"];
    const emails = domains.flatMap((domain) => users.map((user) => `${user}@${domain}`));
    for (const email of [...emails, ...fc.sample(fc.emailAddress(), 100)])
      expect([email, await takes({ email })]).toEqual([email, isEmail(email)]);
    for (const domain of [...domains, ...fc.sample(fc.domain(), 50)]) {
      expect([domain, await takes({ domain })]).toEqual([domain, isFQDN(domain)]);
      expect([domain, await takes({ host: domain })]).toEqual([domain, isFQDN(domain, { require_tld: false })]);
    }
  });
});
