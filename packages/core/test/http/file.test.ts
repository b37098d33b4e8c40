import { bindFile, bindFiles } from '../../src/http/file.js';
import type { Failure } from '../../src/http/validation-failed.js';

const place = { in: 'file', path: 'f', required: true } as const;
const [first, second] = [new File([], 'a'), new File([], 'b')];

describe('bindFile', () => {
  it('takes the one file there is', () => {
    expect(bindFile([first], place, [])).toBe(first);
    expect(bindFile(undefined, { ...place, required: false }, [])).toBeUndefined();
  });

  it.each<[string, readonly File[] | undefined, string]>([
    ['none', undefined, 'f is required'],
    ['several', [first, second], 'f must be given once'],
  ])('refuses %s', (_, files, message) => {
    const failures: Failure[] = [];
    bindFile(files, place, failures);
    expect(failures).toEqual([expect.objectContaining({ in: 'file', path: 'f', message })]);
  });
});

describe('bindFiles', () => {
  it('takes all there are, and refuses none where there has to be one', () => {
    const failures: Failure[] = [];
    expect(bindFiles([first, second], place, failures)).toEqual([first, second]);
    expect(bindFiles(undefined, { ...place, required: false }, failures)).toBeUndefined();
    expect(failures).toEqual([]);
    bindFiles(undefined, place, failures);
    expect(failures).toHaveLength(1);
  });
});
