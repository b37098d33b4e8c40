import { defineConfig } from '../../src/compiler/config.js';

describe('defineConfig', () => {
  it('returns a configuration as it is', () => {
    const config = { controllers: 'src/*.controller.ts', minify: false };
    expect(defineConfig(config)).toBe(config);
  });
});
