import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lintTemplates } from './cfn-lint.mjs';
import { filesIn } from './workspace.mjs';

const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'));

/** Throws when CDK's own validation, or cfn-lint, finds something in a synthesised app; returns how much there is of what this project makes. */
export function checkAssembly(dir) {
  const report = join(dir, 'validation-report.json');
  const findings = existsSync(report)
    ? readJson(report).pluginReports.flatMap(({ violations }) => violations ?? [])
    : [];
  if (findings.length > 0) throw new Error(`${report}: ${JSON.stringify(findings, null, 2)}`);
  const templates = filesIn(dir).filter((path) => path.endsWith('.template.json'));
  lintTemplates(templates.map((path) => join(dir, path)));
  const resources = templates.flatMap((path) => Object.values(readJson(join(dir, path)).Resources ?? {}));
  const count = (...types) => resources.filter(({ Type }) => types.includes(Type)).length;
  return {
    functions: count('AWS::Lambda::Function'),
    routes:
      count('AWS::ApiGatewayV2::Route', 'AWS::ApiGateway::Method') +
      resources.flatMap(({ Properties }) => Object.values(Properties?.Body?.paths ?? {}).flatMap(Object.keys)).length,
  };
}
