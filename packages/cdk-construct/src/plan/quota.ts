/** Integrations of one HTTP API; https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html says it cannot be raised. */
export const MAXIMUM_INTEGRATIONS = 300;

/** Resources of one stack; https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html */
export const MAXIMUM_RESOURCES = 500;

/** Seconds that an HTTP API waits for an integration, of the same page as its other quotas. */
export const MAXIMUM_INTEGRATION_SECONDS = 30;

/** What each route with a function of its own adds to the stack: function, role, log group, integration, route and permission. */
export const RESOURCES_PER_ROUTE = 6;

/** Characters of a function's description. */
export const MAXIMUM_DESCRIPTION = 256;
