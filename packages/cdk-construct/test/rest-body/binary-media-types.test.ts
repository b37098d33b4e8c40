import { binaryMediaTypes } from '../../src/rest-body/binary-media-types.js';
import { manifestOf, route } from '../manifest.js';

const plain = route('A.plain', 'POST', '/plain');
const upload = {
  ...route('A.upload', 'POST', '/upload'),
  parameters: [{ index: 0, in: 'file', name: 'photo', type: { kind: 'file' }, required: true }],
} as const;
const bytes = {
  ...route('A.bytes', 'PUT', '/bytes'),
  parameters: [{ index: 0, in: 'body', type: { kind: 'bytes' }, required: true }],
} as const;

describe('binaryMediaTypes', () => {
  it('are none where all is text', () => {
    expect(binaryMediaTypes(manifestOf(plain))).toEqual([]);
  });

  it('are those of the files and bytes that routes take', () => {
    expect(binaryMediaTypes(manifestOf(plain, upload, bytes))).toEqual([
      'application/octet-stream',
      'multipart/form-data',
    ]);
    expect(binaryMediaTypes(manifestOf({ ...bytes, consumes: ['image/png'] }))).toEqual(['image/png']);
  });

  it('are all where a route answers with bytes, since the gateway looks at what browsers accept first', () => {
    expect(binaryMediaTypes(manifestOf(upload, { ...plain, returns: { kind: 'bytes' } }))).toEqual(['*/*']);
    expect(binaryMediaTypes(manifestOf({ ...plain, layers: [{ kind: 'compress' }] }))).toEqual(['*/*']);
  });

  it('does not mind what is streamed', () => {
    expect(binaryMediaTypes(manifestOf({ ...plain, returns: { kind: 'bytes' }, streams: 'stream' }))).toEqual([]);
  });
});
