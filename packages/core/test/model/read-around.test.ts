import { Application, Catch, Compress, Controller, Cors, Get, Injectable, Produces, Use } from '../../src/index.js';
import { ClassTable } from '../../src/model/class-table.js';
import { readApplication } from '../../src/model/read-application.js';

class Missing extends Error {}
const outer = () => undefined;
const inner = () => undefined;
const timer = { before: () => undefined };
const answer = () => undefined;

@Injectable()
class Guard {
  use(): undefined {}
}

@Use(outer)
class Base {
  @Get('/inherited')
  @Use(outer)
  @Catch(Missing, 404)
  inherited(): void {}
}

@Cors({ origin: 'https://shop.example' })
@Use(inner, timer)
@Catch([Missing, 'Gone'], answer)
@Controller('/things')
class ThingsController extends Base {
  @Get()
  @Produces('text/csv', 'application/json')
  @Compress()
  @Use(Guard)
  @Use(inner)
  @Cors({ origin: /shop/ })
  list(): void {}

  @Use(inner)
  override inherited(): void {}

  @Get('/stacks')
  @Use(timer, timer, inner, timer)
  @Use(timer)
  stacks(): void {}
}

@Application()
@Use(outer)
class Shop {}

const read = (application?: typeof Shop) => {
  const classes = new ClassTable();
  return { reading: readApplication([ThingsController], classes, { application }), classes };
};

const methodOf = (name: string) => read().reading.controllers[0]?.methods.find((method) => method.name === name);

describe('what stands around methods', () => {
  it('is read outside in, what a base class has first', () => {
    expect(read().reading.controllers[0]?.around).toEqual({
      layers: [
        { kind: 'function', value: 'Base@Use' },
        { kind: 'cors', options: { json: { origin: 'https://shop.example' } } },
        { kind: 'function', value: 'ThingsController@Use' },
        { kind: 'middy', values: ['ThingsController@Use,1'] },
      ],
      catches: [{ errors: { value: 'ThingsController@Catch' }, answer: { value: 'ThingsController@Catch,1' } }],
      refused: [],
    });
  });

  it('makes one stack of neighbours of middy in one @Use', () => {
    const key = 'ThingsController.stacks@Use';
    const { layers = [] } = methodOf('stacks')?.around ?? {};
    expect(layers.map((layer) => ('values' in layer ? layer.values.length : layer.kind))).toEqual([
      2,
      'function',
      1,
      1,
    ]);
    expect(layers[0]).toMatchObject({
      kind: 'middy',
      values: [expect.stringContaining(key), expect.stringContaining(key)],
    });
  });

  it('keeps options that JSON can hold as they are, and names the others', () => {
    expect(methodOf('list')?.around.layers).toEqual([
      { kind: 'produces', options: { json: ['text/csv', 'application/json'] } },
      { kind: 'compress' },
      { kind: 'class', class: 'Guard' },
      { kind: 'function', value: 'ThingsController.list@Use#2' },
      { kind: 'cors', options: { value: 'ThingsController.list@Cors' } },
    ]);
  });

  it('loses nothing of a method that is overridden', () => {
    expect(methodOf('inherited')?.around).toEqual({
      layers: [
        { kind: 'function', value: 'Base.inherited@Use' },
        { kind: 'function', value: 'ThingsController.inherited@Use' },
      ],
      catches: [{ errors: { value: 'Base.inherited@Catch' }, answer: { json: 404 } }],
      refused: [],
    });
  });

  it('is read of the application', () => {
    expect(read(Shop).reading.around.layers).toEqual([{ kind: 'function', value: 'Shop@Use' }]);
    expect(read().reading.around.layers).toEqual([]);
  });

  it('says where each value stands, and has it', () => {
    const { reading, classes } = read();
    expect(reading.values['ThingsController.list@Use#2']).toEqual({
      class: 'ThingsController',
      member: 'list',
      decorator: 'Use',
      count: 2,
      occurrence: 1,
      argument: 0,
    });
    expect(classes.values.get('ThingsController.list@Use#2')).toBe(inner);
    expect(classes.values.get('ThingsController@Catch,1')).toBe(answer);
    expect(classes.values.get('nothing')).toBeUndefined();
  });

  it.each([
    ['a string', Use('auth' as never), 'MIDDLEWARE_INVALID', '@Use was given a value of type string'],
    ['null', Use(null as never), 'MIDDLEWARE_INVALID', '@Use was given null'],
    ['an array', Use([] as never), 'MIDDLEWARE_INVALID', '@Use was given an array'],
    ['an object without hooks', Use({} as never), 'MIDDLEWARE_INVALID', '@Use was given a value of type object'],
    ['no error class', Catch(404 as never, 404), 'MIDDLEWARE_INVALID', '@Catch was given no error class'],
    ['an empty list of errors', Catch([], 404), 'MIDDLEWARE_INVALID', '@Catch was given no error class'],
    ['no answer', Catch(Missing, 'x' as never), 'MIDDLEWARE_INVALID', '@Catch was given no answer'],
    ['a status that is no error', Catch(Missing, 200), 'MIDDLEWARE_INVALID', '@Catch was given no answer'],
  ])('refuses %s', (_name, decorate, _code, message) => {
    class OddController {
      get(): void {}
    }
    decorate(OddController);
    Controller('/odd')(OddController);
    const { around } = readApplication([OddController], new ClassTable()).controllers[0] ?? {};
    expect(around?.refused).toEqual([expect.stringContaining(message)]);
    expect([...(around?.layers ?? []), ...(around?.catches ?? [])]).toEqual([]);
  });

  it.each([
    [Number.NaN, false],
    [{ a: [1, 'x', null, true] }, true],
    [{ a: undefined }, false],
    [new Date(0), false],
    [JSON.parse('{"__proto__": 1}'), false],
  ])('takes %p as JSON: %p', (options, isJson) => {
    class OneController {
      get(): void {}
    }
    Cors(options as never)(OneController);
    Controller('/one')(OneController);
    const { around } = readApplication([OneController], new ClassTable()).controllers[0] ?? {};
    expect(around?.layers).toEqual([
      { kind: 'cors', options: isJson ? { json: options } : { value: 'OneController@Cors' } },
    ]);
  });
});
