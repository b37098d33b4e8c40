import { setTimeout as sleep } from 'node:timers/promises';
import { coalesce } from '../../src/dev/coalesce.js';

describe('coalesce', () => {
  it('runs once for requests that come close together', async () => {
    let runs = 0;
    const ask = coalesce(async () => {
      runs += 1;
    }, 10);
    ask();
    ask();
    ask();
    await sleep(60);
    expect(runs).toBe(1);
  });

  it('runs once more for requests that come during a run, never twice at a time', async () => {
    let runs = 0;
    let atOnce = 0;
    let most = 0;
    const ask = coalesce(async () => {
      runs += 1;
      atOnce += 1;
      most = Math.max(most, atOnce);
      await sleep(60);
      atOnce -= 1;
    }, 5);
    ask();
    await sleep(30);
    ask();
    ask();
    await sleep(200);
    expect([runs, most]).toEqual([2, 1]);
  });
});
