/** Each thing the construct refuses or warns of: what it means and what to do; the same form as core's table of definition codes. */
export const CONSTRUCT_CODES = {
  COMPILER_STOPPED: {
    cause: 'The process that compiles the controllers ended without an answer.',
    fix: 'Look at its output, which follows the message; check that `@gatewright/core` is installed in the same version.',
  },
  FUNCTION_UNKNOWN: {
    cause: '`functionFor` was asked for a route that the controllers do not declare.',
    fix: 'Use an id that the message lists: class name, dot, method name.',
  },
  INTEGRATIONS_EXCEEDED: {
    cause: 'An HTTP API holds at most 300 integrations, a quota that AWS does not raise.',
    fix: 'Give some of the controllers an API of their own.',
  },
  PROPS_EXCLUSIVE: {
    cause: 'An existing resource was given together with settings for a new one.',
    fix: 'Keep one of the two.',
  },
  RESOURCES_EXCEEDED: {
    cause: 'A CloudFormation stack holds at most 500 resources, a quota that AWS does not raise.',
    fix: "Move some of the controllers to a `ControllerHttpApi` in another stack or a nested stack, with `api` set to the first one's.",
  },
  TIMEOUT_ABOVE_GATEWAY: {
    cause: 'A function may run longer than the 30 seconds after which an HTTP API stops waiting for it.',
    fix: 'Set 30 seconds or less, or answer at once and do the work behind a queue.',
  },
} as const;

/** The stable code of something the construct refuses or warns of. */
export type ConstructCode = keyof typeof CONSTRUCT_CODES;
