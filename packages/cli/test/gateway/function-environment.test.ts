import { functionEnvironment, functionName } from '../../src/gateway/function-environment.js';

const route = { id: 'TodosController.create', lambda: { memorySize: 512, environment: { A: 'route', R: 'r' } } };

describe('functionEnvironment', () => {
  it('lets the route win over the application, and the application over the gateway', () => {
    const environment = functionEnvironment(
      route,
      { A: 'application', B: 'application' },
      { A: 'own', B: 'own', C: 'own' },
    );
    expect(environment).toMatchObject({ A: 'route', B: 'application', C: 'own', R: 'r' });
  });

  it('has the variables of Lambda', () => {
    expect(functionEnvironment(route, {}, {})).toMatchObject({
      AWS_LAMBDA_FUNCTION_NAME: 'TodosController-create',
      AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '512',
      AWS_LAMBDA_LOG_GROUP_NAME: '/aws/lambda/TodosController-create',
      _HANDLER: 'index.handler',
    });
    expect(functionEnvironment(route, {}, {})).not.toHaveProperty('AWS_EXECUTION_ENV');
  });

  it.each([
    [{}, {}, 'us-east-1'],
    [{}, { AWS_REGION: 'eu-west-1' }, 'eu-west-1'],
    [{}, { AWS_DEFAULT_REGION: 'eu-west-2' }, 'eu-west-2'],
    [{ AWS_REGION: 'eu-west-3' }, { AWS_REGION: 'eu-west-1' }, 'eu-west-3'],
  ])('with %j over %j the region is %s', (application, own, region) => {
    expect(functionEnvironment(route, application, own).AWS_REGION).toBe(region);
  });
});

describe('functionName', () => {
  it('has only what Lambda allows', () => {
    expect(functionName({ id: 'A.b$c' })).toBe('A-b-c');
  });
});
