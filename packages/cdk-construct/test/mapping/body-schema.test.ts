import { bodySchema } from '../../src/mapping/body-schema.js';

const body = (name: string | undefined, type: string) => ({ $from: 'body', type, ...(name && { name }) });

describe('bodySchema', () => {
  it('asks for everything that is taken by name, as what it is taken', () => {
    const parameters = {
      a: body('$.title', 'string'),
      b: { c: [body('$.size.width', 'number'), body('$.size.height', 'number')] },
      d: body('$.done', 'boolean'),
      e: body('$.any', 'json'),
      f: body('$.list[0].id', 'string'),
      g: { $from: 'path', name: 'id', type: 'string' },
    };

    expect(bodySchema(parameters)).toEqual({
      type: 'object',
      properties: {
        title: { type: 'string' },
        size: {
          type: 'object',
          properties: { width: { type: 'number' }, height: { type: 'number' } },
          required: ['height', 'width'],
        },
        done: { type: 'boolean' },
        any: {},
        list: { type: 'array' },
      },
      required: ['any', 'done', 'list', 'size', 'title'],
    });
  });

  it('is none where the body is taken as it is, or not at all', () => {
    expect(bodySchema({ a: body(undefined, 'string') })).toBeUndefined();
    expect(bodySchema({ a: body('$', 'json') })).toBeUndefined();
    expect(bodySchema({ a: 'text' })).toBeUndefined();
  });
});
