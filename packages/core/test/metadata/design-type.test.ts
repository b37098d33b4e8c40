import { designType } from '../../src/metadata/design-type.js';

enum Level {
  Low,
  High,
}
enum Color {
  Red = 'red',
}
enum Mixed {
  None = 0,
  All = 'all',
}

describe('designType', () => {
  it.each([
    ['a class', Date, Date],
    ['an enum of numbers, whose names are values too', Level, Number],
    ['an enum of texts', Color, String],
    ['an enum of both', Mixed, Object],
    ['a constant that is text', 'a', String],
    ['a constant that is a number', 1, Number],
    ['a constant that is neither', true, Object],
    ['an object without members', {}, Object],
    ['nothing', undefined, Object],
    ['null', null, Object],
  ])('of %s', (_name, written, type) => {
    expect(designType(written)).toBe(type);
  });
});
