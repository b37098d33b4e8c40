import { resolve } from 'node:path';
import { defineConfig } from '@gatewright/core';
import { startDynamoDb } from './local/dynamodb';

export default defineConfig({
  controllers: 'src/**/*.controller.ts',
  dev: {
    start: () => startDynamoDb(resolve(process.env.DATA_DIR ?? '.data')),
    examples: [`-d '{"title":"Buy milk"}' {url}/todos`, `'{url}/todos?limit=10'`, `-i -d '{"title":""}' {url}/todos`],
  },
});
