/** Runs in the process that loaded the application: verifies compiled DTOs and writes what was found for the parent process. */
import { readFileSync, writeFileSync } from 'node:fs';
import { ClassTable } from '../../model/class-table.js';
import { collect, type LoadedModule } from '../collect.js';
import type { Declarations } from '../declaration.js';
import type { CompiledDtos } from './compile-dtos.js';
import { type VerifyOptions, verifyDtos } from './verify-dtos.js';

/** What the parent process asks for. */
export interface VerificationPlan extends Omit<VerifyOptions, 'classes'> {
  readonly compiled: readonly CompiledDtos[];
}

/** Verifies what a plan's file holds and writes the verdicts. */
export async function writeVerdicts(
  { plan, output }: { readonly plan: string; readonly output: string },
  modules: readonly LoadedModule[],
  declarations: Declarations,
  application?: LoadedModule,
): Promise<void> {
  const { compiled, ...options } = JSON.parse(readFileSync(plan, 'utf8')) as VerificationPlan;
  // classes get the keys that they got when the application was analysed
  const classes = new ClassTable();
  collect(modules, declarations, { application, classes });
  writeFileSync(output, JSON.stringify(await verifyDtos(compiled, { ...options, classes })));
}
