import { buildFunctions } from '../../src/model/build-functions.js';
import type { LambdaOptions, Packaging, RouteManifest } from '../../src/model/manifest.js';

const packaged = (id: string, packaging: Packaging, lambda: LambdaOptions = {}) => ({
  route: { id, controller: id.split('.')[0], lambda } as RouteManifest,
  packaging,
});

describe('buildFunctions', () => {
  it('gives each route its function: its own, its controller’s, or the application’s', () => {
    const { functions, problems } = buildFunctions([
      packaged('B.one', 'controller'),
      packaged('A.two', 'app'),
      packaged('B.three', 'route', { memorySize: 1024 }),
      packaged('C.four', 'app', { timeout: 9 }),
      packaged('B.five', 'controller'),
    ]);
    expect(problems).toEqual([]);
    expect(functions).toEqual([
      { id: 'B', packaging: 'controller', routes: ['B.five', 'B.one'], lambda: {} },
      { id: 'B.three', packaging: 'route', routes: ['B.three'], lambda: { memorySize: 1024 } },
      { id: 'app', packaging: 'app', routes: ['A.two', 'C.four'], lambda: { timeout: 9 } },
    ]);
  });

  it('refuses what one function cannot have twice', () => {
    const { problems } = buildFunctions([
      packaged('A.one', 'controller', { architecture: 'arm64' }),
      packaged('A.two', 'controller', { architecture: 'x86_64' }),
    ]);
    expect(problems).toEqual([
      {
        code: 'LAMBDA_OPTIONS_DIFFER',
        where: "function A (packaging 'controller')",
        message:
          'answers routes whose @Lambda differs in what one function has once: architecture is "arm64" for A.one and "x86_64" for A.two; give them the same, or write @Packaging(\'route\') above the method that differs',
      },
    ]);
  });

  it('refuses two functions whose folders some file systems do not tell apart', () => {
    const { problems } = buildFunctions([packaged('App.one', 'controller'), packaged('B.two', 'app')]);
    expect(problems).toEqual([
      {
        code: 'FUNCTION_NAME_DUPLICATE',
        where: "function app (packaging 'app')",
        message: 'has the name of the function App, but for the case of letters; rename the controller or its method',
      },
    ]);
  });
});
