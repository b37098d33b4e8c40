import type { MiddlewareReply } from './context.js';
import type { Reply } from './front-door.js';
import { TO_REPLY } from './reply.js';

/** What a reply and its copies hold beside what is sent. */
interface Marks {
  [TO_REPLY]?: () => Reply;
  [ERROR]?: unknown;
}

const ERROR = Symbol.for('gatewright.error');

/** A reply under {@link TO_REPLY} is itself, and so are its copies. */
function itself(this: Reply): Reply {
  return this;
}

/** Makes a reply that middleware can return, changed or as a spread copy; a copy answers the same error as what it is copied from. */
export function middlewareReply(reply: Reply & Marks, error = reply[ERROR]): MiddlewareReply {
  reply[TO_REPLY] = itself;
  if (error !== undefined) {
    reply[ERROR] = error;
    Object.defineProperty(reply, 'error', { value: error, configurable: true });
  }
  return reply;
}

/** Makes a reply of middleware a plain one again, for a front door. */
export function plainReply(reply: MiddlewareReply & Marks): MiddlewareReply {
  delete reply[TO_REPLY];
  delete reply[ERROR];
  return reply;
}
