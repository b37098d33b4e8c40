/** What each feature and front door adds to a handler, in bytes. */
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from '@gatewright/core/compiler';
import { FEATURES, HELLO } from './features.mjs';
import { integer, sizeOf, table } from './measure.mjs';

const FRONT_DOORS = [
  ['http-api'],
  ['rest-api'],
  ['function-url'],
  ['alb'],
  ['http-api', 'rest-api'],
  ['http-api', 'rest-api', 'function-url', 'alb'],
];

/** The section's text. */
export async function featuresSection({ folder }) {
  mkdirSync(folder, { recursive: true });
  symlinkSync(path.join(import.meta.dirname, '..', 'node_modules'), path.join(folder, 'node_modules'));
  const bytesOf = (name, source, frontDoors) =>
    featureSize(path.join(folder, name.replaceAll(/\W+/g, '-')), source, frontDoors);
  const hello = await bytesOf('hello', HELLO, ['http-api']);
  const features = [];
  for (const [name, source] of FEATURES) {
    const bytes = await bytesOf(name, source, ['http-api']);
    features.push([name, integer(bytes), integer(bytes - hello)]);
  }
  const doors = [];
  for (const frontDoors of FRONT_DOORS)
    doors.push([frontDoors.join(', '), integer(await bytesOf(`hello-${frontDoors}`, HELLO, frontDoors))]);
  return [
    '## What each feature adds',
    `Minified bytes of a route that returns a string and has one feature more (\`benchmarks/features.mjs\`), for an HTTP API. The route without
any of them, with answers to errors and their logging, has ${integer(hello)}. What a route does not use is not in its bundle.`,
    table(['feature', 'bytes', 'more than without'], features),
    'The same route without a feature, by the front doors it is compiled for:',
    table(['front doors', 'bytes'], doors),
  ].join('\n\n');
}

/** Bytes of the one route of a controller, for front doors. */
async function featureSize(root, source, frontDoors) {
  mkdirSync(path.join(root, 'src'), { recursive: true });
  writeFileSync(path.join(root, 'src', 'feature.controller.ts'), source);
  const { functions } = await build({ root, controllers: 'src/*.controller.ts', outDir: 'out', frontDoors });
  return sizeOf(functions[0].dir);
}
