/** Each thing the construct refuses or warns of: what it means and what to do; the same form as core's table of definition codes. */
export const CONSTRUCT_CODES = {
  AUTHORIZER_MISSING: {
    cause: 'A route, or `defaultAuthorizer`, names an authorizer that the construct was not given.',
    fix: 'Add it to the `authorizers` prop by that name, or correct the name.',
  },
  AUTHORIZER_TAKEN: {
    cause:
      'A REST API was given an authorizer that another API has, or an imported one. The document of an API defines its authorizers itself.',
    fix: 'Make one for this API: `new CognitoUserPoolsAuthorizer(...)`, `new TokenAuthorizer(...)` or `new RequestAuthorizer(...)`.',
  },
  AUTHORIZER_TWICE: {
    cause: 'A name is in the `authorizers` prop, and a controller method has `@Authorizer` with it.',
    fix: 'Remove it from the prop, or rename one of them.',
  },
  AUTHORIZER_UNUSED: {
    cause: 'The construct was given an authorizer that no route asks, or a controller has one.',
    fix: 'Remove it, or write `@Authorize` above the routes that are to ask it.',
  },
  AUTHORIZER_WITHOUT_SCOPES: {
    cause: 'A route asks for scopes, and its authorizer does not read tokens that have some.',
    fix: 'Leave the scopes out, or use an authorizer of JWT or of a Cognito user pool.',
  },
  COMPILER_STOPPED: {
    cause: 'The process that compiles the controllers ended without an answer.',
    fix: 'Look at its output, which follows the message; check that `@gatewright/core` is installed in the same version.',
  },
  CORS_INVALID: {
    cause:
      'The `cors` prop names something that is no origin, or allows credentials to all origins, which browsers refuse.',
    fix: 'List the origins, each as a browser sends it: `https://app.example.com`.',
  },
  FUNCTION_UNKNOWN: {
    cause: '`functionFor` was asked for a route that the controllers do not declare.',
    fix: 'Use an id that the message lists: class name, dot, method name.',
  },
  GUARD_UNSUPPORTED: {
    cause: 'What a route says of who gets through is something that its front door cannot do.',
    fix: 'Use the front door that the message names, or check it in middleware.',
  },
  GRANT_UNKNOWN: {
    cause: 'Code asks for access to a resource that its construct has no grant for.',
    fix: "Use a level that the message lists, the name of a grant method (`@Uses({ todos: 'grantStream' })`), or an action where the construct grants single ones (`'dynamodb:Query'`).",
  },
  INTEGRATIONS_EXCEEDED: {
    cause: 'An HTTP API holds at most 300 integrations, a quota that AWS does not raise.',
    fix: "Package controllers as one function each with `@Packaging('controller')`, or give some an API of their own.",
  },
  INTEGRATION_UNSUPPORTED: {
    cause: 'A route is to be answered without a function in a way that this kind of API does not have.',
    fix: 'Use `ControllerRestApi`, which has all of them, or write the method and have a Lambda function.',
  },
  PATH_VARIABLE_CONFLICT: {
    cause: 'Two routes name the variable at the same place of their paths differently, which a REST API does not take.',
    fix: 'Use one name, as the message shows.',
  },
  PROPS_EXCLUSIVE: {
    cause: 'An existing resource was given together with settings for a new one.',
    fix: 'Keep one of the two.',
  },
  QUOTA_NEAR: {
    cause: 'More than 80 % of a quota is used.',
    fix: 'Look at `gatewright plan`, and plan for the growth.',
  },
  QUOTA_TO_RAISE: {
    cause: 'More of something is planned than a new AWS account may have, and AWS raises that quota when asked.',
    fix: 'Ask for it in the Service Quotas console before the deployment; acknowledge the warning then.',
  },
  RESOURCE_KIND_WRONG: {
    cause: 'A decorator names a resource of another kind than its service works with.',
    fix: 'Give `resources` the construct that the message asks for, or its ARN as a text.',
  },
  RESOURCE_MISSING: {
    cause:
      'Code uses a resource, as its `@Uses` or a decorator of an integration says, that the construct was not given.',
    fix: 'Add it to the `resources` prop by the name that the code has for it, or correct the name.',
  },
  RESOURCE_NAME_DUPLICATE: {
    cause: 'The names of two resources become the same environment variables, as `orderEvents` and `order_events` do.',
    fix: 'Rename one.',
  },
  RESOURCE_UNUSED: {
    cause: 'The construct was given a resource that no route uses: no function is granted anything on it.',
    fix: 'Remove it, or write `@Uses` above the code that uses it.',
  },
  RESOURCES_EXCEEDED: {
    cause: 'A CloudFormation stack holds at most 500 resources, a quota that AWS does not raise.',
    fix: "Set `stacks: 'per-controller'`, or package controllers as one function each with `@Packaging('controller')`.",
  },
  ROUTES_OPEN: {
    cause: 'Routes have neither an authorizer nor `@Public`: everyone who knows the address gets through to them.',
    fix: 'Write `@Authorize` or `@Public` above the methods or their controllers, or set `defaultAuthorizer`.',
  },
  STAGE_UNKNOWN: {
    cause:
      '`url` was asked of a construct whose REST API was imported, and CDK does not know the stages of such an API.',
    fix: "Make the URL from the API's id, its region and its stage.",
  },
  THROTTLE_NOT_SET: {
    cause: 'A route with `@Throttle` was added to an existing API, whose stage has that setting.',
    fix: 'Set it at that stage, and acknowledge the warning.',
  },
  TIMEOUT_ABOVE_GATEWAY: {
    cause: 'A function may run longer than the gateway waits for it: 30 seconds (HTTP API) or 29 (REST API).',
    fix: 'Set what the message says or less, or answer at once and do the work behind a queue.',
  },
} as const;

/** The stable code of something the construct refuses or warns of. */
export type ConstructCode = keyof typeof CONSTRUCT_CODES;
