/** Runs in the process that loads an application: waits for the bundle's path, and runs it. */
import { pathToFileURL } from 'node:url';
import '../index.js';
import './answer-requests.js';
import './declaration.js';
import type { LoaderTask } from './loader-process.js';
import { nextRequest } from './parent-process.js';

// from here on: the maps of this package's own modules would take 40 ms to read
process.setSourceMapsEnabled(true);
const { bundle, environment } = nextRequest() as LoaderTask;
for (const name of Object.keys(process.env)) if (environment[name] === undefined) delete process.env[name];
Object.assign(process.env, environment);
process.argv = [process.execPath, bundle];
// what it throws, its own collector reports
void import(pathToFileURL(bundle).href);
