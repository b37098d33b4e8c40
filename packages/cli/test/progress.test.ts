import { jest } from '@jest/globals';
import { Progress } from '../src/progress.js';

const ready = (done: number, isCached = false) => ({ id: `A.method${done}`, isCached, done, total: 3 });

const shown = (isTTY: boolean): { text: string; cached: number } => {
  let text = '';
  const progress = new Progress({
    isTTY,
    write: (more) => {
      text += more;
    },
  });
  progress.show(ready(1));
  progress.show(ready(2, true));
  progress.end();
  return { text, cached: progress.cached };
};

describe('Progress', () => {
  it('is one line that changes on a terminal', () => {
    const { text, cached } = shown(true);
    expect(text.split('\r').map((line) => line.replace('\u001b[K', ''))).toEqual([
      '',
      '1/3 functions  A.method1',
      '2/3 functions  A.method2',
      '',
    ]);
    expect(cached).toBe(1);
  });

  it('is silent elsewhere, but for a plain line where a build takes long', () => {
    expect(shown(false).text).toBe('');
    const start = Date.now();
    const now = jest.spyOn(Date, 'now').mockReturnValue(start);
    let text = '';
    const progress = new Progress({
      write: (more) => {
        text += more;
      },
    });
    now.mockReturnValue(start + 11_000);
    progress.show(ready(1));
    progress.show(ready(2));
    now.mockRestore();
    expect(text).toBe('1/3 functions\n');
  });
});
