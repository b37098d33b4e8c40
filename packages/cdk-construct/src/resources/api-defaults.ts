import type { IConstruct } from 'constructs';

/** Requests a second and at once: a caller that floods the API leaves most of the account's 10000 and 5000 to other APIs. */
export const THROTTLE = { rateLimit: 1000, burstLimit: 500 };

/** Characters of an API's name. */
const MAXIMUM_NAME = 128;

/** The name of a new API, from its place in the app. */
export const apiNameOf = (scope: IConstruct): string => scope.node.path.replaceAll('/', '-').slice(-MAXIMUM_NAME);
