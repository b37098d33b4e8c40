import { createRequire } from 'node:module';
import { Command, InvalidArgumentError, Option } from 'commander';
import type { BuildCommandOptions } from './commands/build.js';
import type { DevCommandOptions } from './commands/dev.js';
import type { ExplainCommandOptions } from './commands/explain.js';
import type { PlanCommandOptions } from './commands/plan.js';
import type { RoutesCommandOptions } from './commands/routes.js';
import { isPort } from './port.js';

const { version, description } = createRequire(import.meta.url)('@gatewright/cli/package.json') as {
  readonly version: string;
  readonly description: string;
};

const readPort = (text: string): number => {
  if (!isPort(text)) throw new InvalidArgumentError('A port is a whole number from 0 to 65535.');
  return Number(text);
};

/** Makes the `gatewright` command with its subcommands; each is loaded when it is run. */
export const createProgram = (): Command => {
  const program = new Command('gatewright').description(description).version(version);
  const command = (name: string, summary: string): Command =>
    program
      .command(name)
      .description(summary)
      .option('--root <folder>', 'folder of gatewright.config.ts (default: the current one)');
  command('dev', 'serve the application on this machine, and again after each change')
    .option('--port <number>', 'port to listen on (default: PORT, the configuration, 3000)', readPort)
    .option('--host <address>', 'address to listen on (default: the configuration, 127.0.0.1)')
    .action(async (options: DevCommandOptions) => (await import('./commands/dev.js')).runDev(options));
  command('build', 'compile each route into a Lambda function')
    .option('--out <folder>', 'folder to write (default: the configuration, .gatewright)')
    .option('--no-cache', 'bundle each function again')
    .action(async (options: BuildCommandOptions) => (await import('./commands/build.js')).runBuild(options));
  command('routes', 'list the routes and the sizes of their functions')
    .option('--json', 'as JSON')
    .option('--measure', 'start each function and call it once, in fresh processes')
    .action(async (options: RoutesCommandOptions) => (await import('./commands/routes.js')).runRoutes(options));
  command('plan', 'show the functions, stacks and quotas that a construct would use')
    .addOption(
      new Option('--api <kind>', 'what stands before the functions')
        .choices(['http-api', 'rest-api', 'function-url'])
        .default('http-api'),
    )
    .addOption(
      new Option('--stacks <layout>', 'how resources are put into stacks')
        .choices(['one', 'per-controller'])
        .default('one'),
    )
    .option('--json', 'as JSON')
    .action(async (options: PlanCommandOptions) => (await import('./commands/plan.js')).runPlan(options));
  command('explain', 'tell what a function holds, and why')
    .argument('<route>', "a route's id, as gatewright routes lists it")
    .option('--json', 'as JSON')
    .action(async (id: string, options: ExplainCommandOptions) =>
      (await import('./commands/explain.js')).runExplain(id, options),
    );
  return program;
};
