/** Runs in the process that loads an application: waits for the bundle's path and its arguments, and runs it. */
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import '../index.js';
import './collect.js';
import './declaration.js';
import type { LoaderTask } from './loader-process.js';

// from here on: the maps of this package's own modules would take 40 ms to read
process.setSourceMapsEnabled(true);
const text = readFileSync(0, 'utf8');
// nothing is to be loaded where the application could not be bundled
if (text === '') process.exit();
const { bundle, args, environment } = JSON.parse(text) as LoaderTask;
for (const name of Object.keys(process.env)) if (environment[name] === undefined) delete process.env[name];
Object.assign(process.env, environment);
process.argv = [process.execPath, bundle, ...args];
// what it throws, its own collector reports
void import(pathToFileURL(bundle).href);
