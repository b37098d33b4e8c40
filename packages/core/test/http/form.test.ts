import { parseForm } from '../../src/http/form.js';

describe('parseForm', () => {
  it('decodes fields, repeats in order', () => {
    expect({ ...parseForm('a=1+%26&b=%C3%A9&a=2&c')?.fields }).toEqual({ a: ['1 &', '2'], b: 'é', c: '' });
  });

  it('keeps a question mark that was sent', () => {
    expect({ ...parseForm('?a=1')?.fields }).toEqual({ '?a': '1' });
  });

  it.each([undefined, ''])('makes no form of %j', (text) => {
    expect(parseForm(text)).toBeUndefined();
  });

  it('has fields without a prototype', () => {
    const { fields } = parseForm('__proto__=1&constructor=2') ?? {};
    expect(Object.keys(fields ?? {})).toEqual(['__proto__', 'constructor']);
    expect(fields?.toString).toBeUndefined();
  });
});
