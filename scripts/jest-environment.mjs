import { types } from 'node:util';
import { TestEnvironment } from 'jest-environment-node';

/**
 * Jest runs tests in a vm context with intrinsics of its own; native addons check `instanceof` against those of the main
 * context, so that rolldown refuses a RegExp made in a test. Here `instanceof` asks for the kind of object, not the context.
 */
const kinds = { RegExp: types.isRegExp, Array: Array.isArray, Error: types.isNativeError };

function acceptEveryContext(context) {
  for (const [name, isKind] of Object.entries(kinds)) {
    const intrinsic = context[name];
    const hasInstance = Function.prototype[Symbol.hasInstance];
    Object.defineProperty(intrinsic, Symbol.hasInstance, {
      configurable: true,
      value(candidate) {
        return (this === intrinsic && isKind(candidate)) || hasInstance.call(this, candidate);
      },
    });
  }
}

acceptEveryContext(globalThis);

export default class extends TestEnvironment {
  constructor(config, context) {
    super(config, context);
    acceptEveryContext(this.global);
  }
}
