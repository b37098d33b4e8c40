/** One quota of AWS and how much of it is used. */
export interface QuotaUse {
  readonly name: QuotaName;
  /** What it is counted for: a stack's id, or the API. */
  readonly of: string;
  readonly used: number;
  readonly limit: number;
}

interface Quota {
  /** What is counted, as messages say it. */
  readonly what: string;
  readonly limit: number;
  /** Whether AWS raises it when asked. */
  readonly raisable: boolean;
}

/**
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html,
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html,
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-execution-service-limits-table.html
 */
export const QUOTAS = {
  'stack-resources': { what: 'resources of a CloudFormation stack', limit: 500, raisable: false },
  'http-api-integrations': { what: 'integrations of an HTTP API', limit: 300, raisable: false },
  'http-api-routes': { what: 'routes of an HTTP API', limit: 300, raisable: true },
  'api-authorizers': { what: 'authorizers of an API', limit: 10, raisable: true },
  'rest-api-resources': { what: 'resources (path parts) of a REST API', limit: 300, raisable: true },
} as const satisfies Readonly<Record<string, Quota>>;

/** A quota's key. */
export type QuotaName = keyof typeof QUOTAS;

/** The part of a quota from which there is a warning. */
export const NEAR = 0.8;

/** Use of a quota. */
export const quotaUse = (name: QuotaName, of: string, used: number): QuotaUse => ({
  name,
  of,
  used,
  limit: QUOTAS[name].limit,
});

/** Seconds that a gateway waits for an answer that is not streamed; REST's can be raised for regional APIs. */
export const MAXIMUM_INTEGRATION_SECONDS = { 'http-api': 30, 'rest-api': 29, 'function-url': 900 } as const;

/** Seconds that a REST API waits for an answer that is streamed. */
export const MAXIMUM_STREAM_SECONDS = 900;

/** Characters of a function's description. */
export const MAXIMUM_DESCRIPTION = 256;
