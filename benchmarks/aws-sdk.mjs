/**
 * Cold start of a function with a client of the AWS SDK, bundled and left to `node_modules`, side by side, on the Node.js versions whose
 * binaries are named: `node benchmarks/aws-sdk.mjs /path/to/node24`. What it showed is in docs/compiler.md.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from '@gatewright/core/compiler';
import { httpApiEvent } from '@gatewright/core/testing';
import { coldTimes, integer, sizeOf, table } from './measure.mjs';

const RUNS = 21;

const CONTROLLER = `import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { Controller, Get } from '@gatewright/core';
@Controller('/items')
export class ItemsController {
  readonly client = new DynamoDBClient({ region: 'eu-central-1' });
  @Get() get() {
    return [new GetItemCommand({ TableName: 'items', Key: {} }).input.TableName, typeof this.client.send];
  }
}
`;

const WAYS = [
  ['bundled', {}],
  ["`external: ['@aws-sdk/*']`", { external: ['@aws-sdk/*'] }],
];

const root = mkdtempSync(path.join(tmpdir(), 'gatewright-aws-sdk-'));
try {
  mkdirSync(path.join(root, 'src'));
  writeFileSync(path.join(root, 'src', 'items.controller.ts'), CONTROLLER);
  symlinkSync(path.join(import.meta.dirname, '..', 'node_modules'), path.join(root, 'node_modules'));
  const functions = [];
  for (const [index, [, options]] of WAYS.entries()) {
    const setting = { root, controllers: 'src/*.ts', frontDoors: ['http-api'], sourceMap: false, cache: false };
    functions.push(...(await build({ ...setting, ...options, outDir: `out-${index}` })).functions);
  }
  const files = functions.map(({ dir, entry }) => path.join(dir, entry));
  const event = httpApiEvent({ method: 'GET', path: '/items' });
  const rows = [process.execPath, ...process.argv.slice(2)].flatMap((node) => {
    const version = spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout.trim();
    const times = coldTimes(files, event, { runs: RUNS, node });
    return WAYS.map(([name], index) => [version, name, integer(sizeOf(functions[index].dir)), times[index].toFixed(0)]);
  });
  process.stdout.write(`${table(['Node.js', 'the AWS SDK is', 'bytes', 'cold, ms'], rows)}\n`);
} finally {
  rmSync(root, { recursive: true, force: true });
}
process.exit();
