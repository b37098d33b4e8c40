/**
 * Runs compiled handlers the way AWS does: `gatewright build` from the installed tarballs, then AWS's own runtime interface client
 * against a Runtime API on a loopback port. The client is compiled from source when it is installed, so it is no dependency.
 */
import { deepStrictEqual } from 'node:assert';
import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { httpApiEvent, restApiEvent } from './ric/events.mjs';
import { invokeAll } from './ric/invoke.mjs';
import { checkStreams } from './ric/streams.mjs';
import { install, inTemporaryFolder, pack, pinned, run } from './shell.mjs';
import { filesIn, root } from './workspace.mjs';

const node = dirname(dirname(process.execPath)); // has the headers to compile against, unless a distribution split them off
const ric = 'aws-lambda-ric@4.0.2'; // refuses handlers with a callback parameter, as the newest Lambda runtimes do

await inTemporaryFolder(async (dir) => {
  const [app, client] = ['app', 'ric'].map((name) => join(dir, name));
  for (const folder of [app, client]) {
    mkdirSync(folder);
    writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  }
  for (const name of ['src', 'gatewright.config.ts'])
    cpSync(join(root, 'scripts', 'clean-app', name), join(app, name), { recursive: true });
  const libraries = pack(dir).filter(({ manifest }) => /\/(core|cli)$/.test(manifest.name));
  install(app, [...libraries.map(({ tarball }) => tarball), ...['class-transformer', 'class-validator'].map(pinned)]);
  install(client, [ric], existsSync(join(node, 'include', 'node')) ? { npm_config_nodedir: node } : {});
  run(join(app, 'node_modules', '.bin', 'gatewright'), ['build', '--out', 'out'], { cwd: app });

  const taskRoot = folderOf(join(app, 'out'), 'echo');
  const bodies = ['{"text":"hi"}', '{"text":""}'];
  const events = [...bodies.map(httpApiEvent), ...bodies.map(restApiEvent)];
  const answers = (await invokeAll(client, taskRoot, events)).map(summarize);
  const [created, refused] = [
    { statusCode: 200, type: 'application/json', text: 'hi' },
    { statusCode: 400, type: 'application/problem+json', text: undefined },
  ];
  deepStrictEqual(answers, [created, refused, created, refused]);
  console.log(`${ric}: ${events.length} events answered: ok`);

  cpSync(join(root, 'scripts', 'ric', 'feed.controller.ts'), join(app, 'src', 'feed.controller.ts'));
  const streamed = await checkStreams((frontDoors, method) => {
    const config = { controllers: 'src/feed.controller.ts', frontDoors };
    writeFileSync(join(app, 'gatewright.config.ts'), `export default ${JSON.stringify(config)};\n`);
    const out = join(app, frontDoors.join('-'));
    if (!existsSync(out)) run(join(app, 'node_modules', '.bin', 'gatewright'), ['build', '--out', out], { cwd: app });
    return (event) => invokeAll(client, folderOf(out, `FeedController.${method}`), [event]);
  });
  console.log(`${ric}: ${streamed} answers streamed: ok`);
});

/** The folder of the function that answers a controller method. */
function folderOf(out, controllerMethod) {
  const entry = filesIn(out).find((path) => path.includes(controllerMethod) && path.endsWith('index.mjs'));
  if (!entry) throw new Error(`no function for "${controllerMethod}" in ${filesIn(out).join(', ')}`);
  return join(out, dirname(entry));
}

function summarize({ statusCode, headers = {}, multiValueHeaders = {}, body }) {
  const all = Object.entries({ ...multiValueHeaders, ...headers });
  const [, type] = all.find(([name]) => name.toLowerCase() === 'content-type') ?? [];
  return { statusCode, type: String(type).split(';')[0], text: JSON.parse(body).text };
}
