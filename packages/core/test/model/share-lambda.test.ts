import type { LambdaOptions } from '../../src/model/manifest.js';
import { shareLambda } from '../../src/model/share-lambda.js';

const share = (...options: LambdaOptions[]) =>
  shareLambda(options.map((lambda, index) => ({ id: `A.route${index}`, lambda })));

describe('shareLambda', () => {
  it('takes the largest memory, timeout and storage, and all environment variables', () => {
    expect(
      share(
        { memorySize: 512, timeout: 5, environment: { A: '1', C: '3' } },
        { timeout: 20, ephemeralStorageSize: 1024 },
        { memorySize: 256, environment: { B: '2', C: '3' } },
      ),
    ).toEqual({
      lambda: { memorySize: 512, timeout: 20, ephemeralStorageSize: 1024, environment: { A: '1', B: '2', C: '3' } },
      conflicts: [],
    });
  });

  it('leaves out what no route asks for', () => {
    expect(share({}, {})).toEqual({ lambda: {}, conflicts: [] });
    expect(share()).toEqual({ lambda: {}, conflicts: [] });
  });

  it('takes an architecture that some routes ask for, and a description or a reservation that all do', () => {
    const { lambda, conflicts } = share(
      { architecture: 'x86_64', reservedConcurrentExecutions: 5, description: 'users' },
      { reservedConcurrentExecutions: 5, description: 'users' },
    );
    expect({ lambda, conflicts }).toEqual({
      lambda: { architecture: 'x86_64', reservedConcurrentExecutions: 5, description: 'users' },
      conflicts: [],
    });
    expect(share({ description: 'one of two' }, {}).lambda).toEqual({});
  });

  it('tells what routes ask for differently', () => {
    expect(
      share(
        { architecture: 'arm64', reservedConcurrentExecutions: 1, environment: { TABLE: 'a' } },
        { architecture: 'x86_64', environment: { TABLE: 'b' } },
      ).conflicts,
    ).toEqual([
      'environment.TABLE is "a" for A.route0 and "b" for A.route1',
      'architecture is "arm64" for A.route0 and "x86_64" for A.route1',
      'reservedConcurrentExecutions is 1 for A.route0 and not set for A.route1',
    ]);
  });
});
