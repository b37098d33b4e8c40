#!/usr/bin/env node
// A file of its own, so that npm can link the command in this repository before the first build.
import module from 'node:module';

// Node.js 22 and later start the command faster the second time.
module.enableCompileCache?.();
await import('../dist/esm/main.js');
