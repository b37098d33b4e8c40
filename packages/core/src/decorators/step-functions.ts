import type { MethodMark } from '../metadata/decorate.js';
import type { Mapped } from '../model/integration.js';
import { replyOf, type ServiceReplyOptions, service } from './service.js';
import { fromReply } from './source.js';

/** An execution of a state machine. */
export interface StartExecutionOptions extends ServiceReplyOptions {
  /** Name of the state machine in the construct's `resources`. */
  readonly stateMachine: string;
  /** JSON: the body, or an object. */
  readonly input: Mapped;
  /**
   * Name of the execution; a second one of the same name is refused.
   * @default one that AWS makes
   */
  readonly name?: Mapped;
}

/**
 * Starts an execution of a state machine and answers 202, without a Lambda function; the method's body is never run.
 *
 * @example
 * @Post()
 * @StartExecution({ stateMachine: 'checkout', input: fromBody() })
 * checkout(): void {}
 */
export const StartExecution = ({ stateMachine, input, name, ...options }: StartExecutionOptions): MethodMark =>
  service('StartExecution', 'states:StartExecution', {
    resource: stateMachine,
    parameters: { input, name },
    reply: replyOf(options, 202, { executionArn: fromReply('$.executionArn') }),
  });

/**
 * Runs an express state machine and answers its output, without a Lambda function; the method's body is never run. An HTTP API answers all
 * that Step Functions replies.
 *
 * @example
 * @Post('/quote')
 * @StartSyncExecution({ stateMachine: 'quote', input: fromBody() })
 * quote(): void {}
 */
export const StartSyncExecution = ({ stateMachine, input, name, ...options }: StartExecutionOptions): MethodMark =>
  service('StartSyncExecution', 'states:StartSyncExecution', {
    resource: stateMachine,
    parameters: { input, name },
    reply: replyOf(options, 200, fromReply('$.output', 'jsonText')),
  });
