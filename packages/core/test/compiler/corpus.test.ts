import { EXPLORE } from './explore-cases.js';
import path from 'node:path';
import { build } from '../../src/compiler/index.js';
import type { ReflectiveHandler } from '../../src/index.js';
import { httpApiEvent } from '../../src/testing/index.js';
import { CORPUS, type CorpusCase } from './corpus-cases.js';
import { createProject } from './project.js';

describe('explore', () => {
  it.each((process.env.ALL ? CORPUS : EXPLORE).map((entry, index) => [entry.name, entry, index] as const))('%s', async (_name, entry) => {
    const project = await createProject({
      'tsconfig.json': JSON.stringify({ compilerOptions: { paths: { '@alias/*': ['./src/it/lib/*'] }, target: 'es2022' } }),
      ...Object.fromEntries(Object.entries(entry.files).map(([file, code]) => [`src/it/${file}`, code])),
    });
    try {
      const result = await build({ root: project.root, controllers: 'src/**/*.controller.{ts,mts,cts,tsx}', outDir: 'out', minify: false });
      const found = result.functions.find(({ id }) => id === entry.route)!;
      const { handler } = (await import(path.join(found.dir, found.entry))) as { handler: ReflectiveHandler };
      const { path: at, query, body } = entry.request;
      const route = result.manifest.routes.find(({ id }) => id === entry.route)!;
      const answer = (await handler(httpApiEvent({ method: route.method, path: at, ...(query ? { query } : {}), ...(body ? { body: body as object } : {}) }, { route })));
      const type = answer.headers?.['content-type'] ?? '';
      expect({ status: answer.statusCode, body: /json$/.test(String(type)) ? JSON.parse(answer.body ?? '') : answer.body }).toEqual({ status: entry.status ?? 200, body: entry.body });
    } finally { await project.remove(); }
  });
});
