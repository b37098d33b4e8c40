import { withContent } from '../../src/http/content.js';

describe('withContent', () => {
  it.each([
    ['text', 'häl', { body: 'häl' }],
    ['empty text', '', { body: '' }],
    ['nothing, which JSON leaves out', undefined, { body: undefined }],
    ['bytes', new Uint8Array([255, 0]), { body: '/wA=', isBase64Encoded: true }],
    ['no bytes', new Uint8Array(), { body: '', isBase64Encoded: true }],
    ['part of a buffer', Buffer.from('abcd').subarray(1, 3), { body: 'YmM=', isBase64Encoded: true }],
  ])('has %s', (_, body, content) => {
    expect(withContent({}, body)).toStrictEqual(content);
  });
});
