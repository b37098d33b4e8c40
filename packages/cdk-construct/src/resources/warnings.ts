import { Annotations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** Shows warnings at synth; each can be acknowledged by the code at the end of its line. */
export function addWarnings(scope: IConstruct, lines: readonly string[]): void {
  for (const line of lines) {
    const code = /\[([A-Z_]+)\]$/.exec(line)?.[1] ?? 'WARNING';
    Annotations.of(scope).addWarningV2(`@gatewright/cdk-construct:${code}`, line);
  }
}
