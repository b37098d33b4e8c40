import type { GatewayProps } from './gateway-props.js';
import type { Problem } from './problem.js';

/** Settings of a new API or of its stage, which an existing one would silently not get. */
const NEW_API_PROPS = ['accessLogs', 'throttle', 'cors', 'domain', 'detailedMetrics'] as const;

/**
 * Refuses an existing resource together with settings for a new one.
 *
 * @param own names of props of this construct that a new API alone has
 */
export function checkExclusiveProps<TProps extends GatewayProps<unknown> & { readonly api?: unknown }>(
  where: string,
  props: TProps,
  own: readonly (keyof TProps & string)[],
): Problem[] {
  const refuseBoth = (existing: string, setting: string): Problem => ({
    code: 'PROPS_EXCLUSIVE',
    where,
    message: `"${setting}" has no effect on an existing resource, given as "${existing}"; leave out one of the two`,
  });
  const { accessLogs } = props;
  const hasLogGroup = accessLogs !== undefined && accessLogs !== false && accessLogs.logGroup !== undefined;
  return [
    ...(props.api === undefined ? [] : [...own, ...NEW_API_PROPS])
      .filter((name) => props[name] !== undefined)
      .map((name) => refuseBoth('api', name)),
    ...(hasLogGroup && accessLogs.retention !== undefined
      ? [refuseBoth('accessLogs.logGroup', 'accessLogs.retention')]
      : []),
    ...(props.logGroup !== undefined && props.logRetention !== undefined
      ? [refuseBoth('logGroup', 'logRetention')]
      : []),
  ];
}
