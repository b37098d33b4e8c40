#!/usr/bin/env node
// A file of its own, so that npm can link the command in this repository before the first build.
import module from 'node:module';
import v8 from 'node:v8';

// Node.js 20 optimises what runs but a few times, which takes a tenth of a build; later versions wait.
if (process.versions.node.startsWith('20.')) v8.setFlagsFromString('--interrupt-budget=300000');
// Node.js 22 and later start the command faster the second time.
module.enableCompileCache?.();
await import('../dist/esm/main.js');
