import { STATUS_CODES } from 'node:http';
import { STATUS_TITLES } from '../../src/http/status-title.js';

describe('STATUS_TITLES', () => {
  const renamed: Readonly<Record<string, string>> = { 413: 'Content Too Large', 422: 'Unprocessable Content' };

  it.each(Object.entries(STATUS_TITLES))('of %s is Node’s, but for those that RFC 9110 renamed', (status, title) => {
    expect(title).toBe(renamed[status] ?? STATUS_CODES[status]);
    expect(Number(status)).toBeGreaterThanOrEqual(400);
  });
});
