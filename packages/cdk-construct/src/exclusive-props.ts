import type { ControllerHttpApiProps } from './controller-http-api-props.js';
import type { Problem } from './problem.js';

/** Settings of a new API or of its stage, which an existing one would silently not get. */
const NEW_API_PROPS = ['httpApiProps', 'accessLogs', 'throttle'] as const;

/** Refuses an existing resource together with settings for a new one. */
export function checkExclusiveProps(where: string, props: ControllerHttpApiProps): Problem[] {
  const problems: Problem[] = [];
  const refuseBoth = (existing: string, setting: string): void => {
    problems.push({
      code: 'PROPS_EXCLUSIVE',
      where,
      message: `"${setting}" has no effect on an existing resource, given as "${existing}"; leave out one of the two`,
    });
  };
  if (props.api !== undefined) {
    for (const name of NEW_API_PROPS) if (props[name] !== undefined) refuseBoth('api', name);
  }
  const { accessLogs } = props;
  if (accessLogs && accessLogs.logGroup !== undefined && accessLogs.retention !== undefined) {
    refuseBoth('accessLogs.logGroup', 'accessLogs.retention');
  }
  return problems;
}
