import fc from 'fast-check';
import { parseMultipart } from '../../src/http/multipart.js';

const TYPE = 'multipart/form-data; boundary=x';
const bytesOf = (text: string) => new TextEncoder().encode(text);
const parse = (text: string, type = TYPE) => parseMultipart(bytesOf(text), type);
const part = (name: string, content: string) =>
  `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${content}\r\n`;

/** What is in a form, as plain data. */
const show = async (form: ReturnType<typeof parseMultipart>) => ({
  fields: { ...form?.fields },
  files: Object.fromEntries(
    await Promise.all(
      Object.entries(form?.files ?? {}).map(async ([name, files]) => [
        name,
        await Promise.all(
          files.map(async (file) => [file.name, file.type, [...new Uint8Array(await file.arrayBuffer())]]),
        ),
      ]),
    ),
  ),
});

describe('parseMultipart', () => {
  it.each([undefined, new Uint8Array()])('makes no form of no body', (bytes) => {
    expect(parseMultipart(bytes, TYPE)).toBeUndefined();
  });

  it.each<[string, string, object]>([
    ['no parts', '--x--', {}],
    ['a field', `${part('a', '1')}--x--\r\n`, { a: '1' }],
    ['an empty field', `${part('a', '')}--x--`, { a: '' }],
    ['repeated fields', `${part('a', '1')}${part('a', '2')}--x--`, { a: ['1', '2'] }],
    ['a preamble and an epilogue', `hello\r\n${part('a', '1')}--x--\r\nbye\r\n--x`, { a: '1' }],
    ['white space after a delimiter', part('a', '1').replace('--x', '--x \t').concat('--x--'), { a: '1' }],
    ['line breaks and dashes in a value', `${part('a', '\r\n--y\r\n-')}--x--`, { a: '\r\n--y\r\n-' }],
    ['escaped names', `${part('%22%0d%0A%41', '1')}--x--`, { '"\r\n%41': '1' }],
    ['names that are no quoted text', '--x\r\ncontent-disposition: form-data; NAME=a\r\n\r\n1\r\n--x--', { a: '1' }],
    [
      'other headers and parameters',
      '--x\r\nX-Name: b\r\ncontent-disposition:form-data ; foo="; name=b"; name="a"\r\nContent-Type: text/plain\r\n\r\n1\r\n--x--',
      { a: '1' },
    ],
    ['a hostile name', `${part('__proto__', '1')}--x--`, { ['__proto__']: '1' }],
  ])('reads %s', async (_, text, fields) => {
    expect(await show(parse(text))).toEqual({ fields, files: {} });
  });

  it.each(['multipart/form-data; boundary="x"', 'multipart/form-data;charset=utf-8; Boundary=x'])(
    'finds the boundary in %s',
    async (type) => {
      expect(await show(parse(`${part('a', '1')}--x--`, type))).toEqual({ fields: { a: '1' }, files: {} });
    },
  );

  it('reads files, and leaves out inputs without one', async () => {
    const file = (filename: string, rest: string) =>
      `--x\r\nContent-Disposition: form-data; name="f"; filename="${filename}"\r\n${rest}\r\n`;
    const form = parse(
      `${file('a; name=b.txt', 'Content-Type: Text/CSV\r\n\r\n1')}${file('', '\r\n')}${file('', '\r\n2')}--x--`,
    );
    expect(await show(form)).toEqual({
      fields: {},
      files: {
        f: [
          ['a; name=b.txt', 'text/csv', [49]],
          ['', 'text/plain', [50]],
        ],
      },
    });
  });

  it.each<[string, string, string]>([
    ['its Content-Type has no boundary', '--x--', 'multipart/form-data'],
    ['it has no end', 'hello', TYPE],
    ['it has no end', '--x\r\n', TYPE],
    ['it has no end', part('a', '1'), TYPE],
    ['a delimiter does not end its line', `${part('a', '1')}--xy--`, TYPE],
    ['a part has no name', '--x\r\n--x--', TYPE],
    ['a part has no name', '--x\r\n\r\n\r\n1\r\n--x--', TYPE],
    ['a part has no name', '--x\r\nContent-Disposition: form-data\r\n\r\n1\r\n--x--', TYPE],
    ['a part has no name', '--x\r\nContent-Disposition: attachment; name="a"\r\n\r\n1\r\n--x--', TYPE],
    ['a part has no name', '--x\r\nContent-Disposition: form-data; name="a"\r\n--x--', TYPE],
  ])('answers 400: %s', (reason, text, type) => {
    expect(() => parse(text, type)).toThrow(
      expect.objectContaining({ status: 400, detail: `The multipart body is malformed: ${reason}.` }),
    );
  });

  it('reads what the platform writes as the platform reads it', async () => {
    const name = fc.string({ unit: 'grapheme', maxLength: 8 });
    const entry = fc.oneof(
      fc.record({ name, value: name }),
      fc.record({
        name,
        filename: name,
        type: fc.constantFrom('', 'image/png'),
        bytes: fc.uint8Array({ maxLength: 40 }),
      }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(entry, { maxLength: 5 }), async (entries) => {
        const data = new FormData();
        for (const given of entries) {
          if ('value' in given) data.append(given.name, given.value);
          else data.append(given.name, new File([given.bytes], given.filename, { type: given.type }));
        }
        const written = new Response(data);
        const type = written.headers.get('content-type') as string;
        const bytes = new Uint8Array(await written.arrayBuffer());
        const read = await new Response(bytes, { headers: { 'content-type': type } }).formData();
        const expected: { fields: [string, string][]; files: unknown[] } = { fields: [], files: [] };
        for (const [key, value] of read) {
          if (typeof value === 'string') expected.fields.push([key, value]);
          else if (value.name !== '' || value.size > 0)
            expected.files.push([key, value.name, value.type, [...new Uint8Array(await value.arrayBuffer())]]);
        }
        const form = parseMultipart(bytes, type);
        const byKey = (left: unknown, right: unknown) => (JSON.stringify(left) < JSON.stringify(right) ? -1 : 1);
        const fields = Object.entries(form?.fields ?? {}).flatMap(([key, value]) =>
          [value].flat().map((text) => [key, text]),
        );
        const { files } = await show(form);
        const flat = Object.entries(files).flatMap(([key, list]) =>
          (list as unknown[][]).map((file) => [key, ...file]),
        );
        expect(fields.sort(byKey)).toEqual(expected.fields.sort(byKey));
        expect(flat.sort(byKey)).toEqual(expected.files.sort(byKey));
      }),
    );
  });

  it('answers 400 to anything else, whatever it is', () => {
    const noise = fc.array(
      fc.constantFrom('--x', '--', '\r\n', 'a', ': ', 'content-disposition: form-data; name="a"', '"'),
    );
    fc.assert(
      fc.property(noise, (words) => {
        try {
          parse(words.join(''));
        } catch (error) {
          expect(error).toMatchObject({ status: 400 });
        }
      }),
    );
  });
});
