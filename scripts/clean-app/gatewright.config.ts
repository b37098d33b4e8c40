import { defineConfig } from '@gatewright/core';

export default defineConfig({ controllers: 'src/**/*.controller.ts' });
