import { Duration, RemovalPolicy, Size } from 'aws-cdk-lib';
import { Architecture, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { manifestOf, route } from '../manifest.js';
import { FUNCTION, ofList, synthesise } from '../synthesis.js';

describe('createHandlerFunction', () => {
  it('takes settings for all functions', () => {
    const { template } = synthesise({
      memorySize: 1024,
      timeout: Duration.seconds(5),
      environment: { TABLE: 'all', LOG: 'info' },
      architecture: Architecture.X86_64,
      runtime: Runtime.NODEJS_22_X,
      ephemeralStorageSize: Size.gibibytes(1),
      tracing: Tracing.ACTIVE,
      logRetention: RetentionDays.ONE_WEEK,
      removalPolicy: RemovalPolicy.DESTROY,
    });

    template.hasResourceProperties(FUNCTION, {
      ...ofList,
      MemorySize: 1024,
      Timeout: 5,
      Environment: { Variables: { TABLE: 'all', LOG: 'info' } },
      Architectures: ['x86_64'],
      Runtime: 'nodejs22.x',
      EphemeralStorage: { Size: 1024 },
      TracingConfig: { Mode: 'Active' },
    });
    template.resourcePropertiesCountIs('AWS::Logs::LogGroup', { RetentionInDays: 7 }, 2);
    template.allResources('AWS::Logs::LogGroup', { DeletionPolicy: 'Delete' });
  });

  it("takes a route's own settings before those for all functions", () => {
    const own = route('TodosController.create', 'POST', '/todos', {
      memorySize: 512,
      timeout: 20,
      environment: { TABLE: 'own' },
      architecture: 'x86_64',
      ephemeralStorageSize: 2048,
      reservedConcurrentExecutions: 3,
      description: 'Makes a todo',
    });
    const { template } = synthesise({ memorySize: 1024, environment: { TABLE: 'all', LOG: 'info' } }, manifestOf(own));

    template.hasResourceProperties(FUNCTION, {
      MemorySize: 512,
      Timeout: 20,
      Environment: { Variables: { TABLE: 'own', LOG: 'info' } },
      Architectures: ['x86_64'],
      EphemeralStorage: { Size: 2048 },
      ReservedConcurrentExecutions: 3,
      Description: 'Makes a todo',
    });
  });
});
