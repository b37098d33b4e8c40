import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const src = join(import.meta.dirname, '../src');
const files = readdirSync(src).filter((name) => /-(?:props|options|defaults)\.ts$/.test(name));

/** Optional members of a file's public interfaces, each with the comment before it. */
const optionalMembers = (name: string): [member: string, comment: string][] =>
  readFileSync(join(src, name), 'utf8')
    .split(/^export interface /m)
    .slice(1)
    .flatMap((text) => [
      ...(text.split(/^}/m)[0] as string).matchAll(/(\/\*\*(?:(?!\*\/)[\s\S])*\*\/)?\s*readonly (\w+)\?:/g),
    ])
    .map(([, comment = '', member = '']) => [`${name} ${member}`, comment]);

describe('props', () => {
  it('say what they are by default', () => {
    const members = files.flatMap(optionalMembers);

    expect(members.length).toBeGreaterThan(60);
    expect(members.filter(([, comment]) => !comment.includes('@default')).map(([member]) => member)).toEqual([]);
  });
});
