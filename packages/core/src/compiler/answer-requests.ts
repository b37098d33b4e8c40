/** Runs in the process that loaded an application: tells what was collected, and compares compiled DTOs as often as it is asked to. */
import { ClassTable } from '../model/class-table.js';
import { collect, type LoadedModule } from './collect.js';
import type { Declarations } from './declaration.js';
import { answer, nextRequest } from './parent-process.js';
import { type VerificationPlan, verifyDtos } from './validators/verify-dtos.js';

/** Answers until nobody asks any more; between, nothing is waited for that would let the application's timers run. */
export async function answerRequests(
  modules: readonly LoadedModule[],
  declarations: Declarations,
  application?: LoadedModule,
): Promise<never> {
  const classes = new ClassTable();
  answer(collect(modules, declarations, { application, classes }));
  for (;;) {
    const { compiled, ...options } = nextRequest() as VerificationPlan;
    answer(await verifyDtos(compiled, { ...options, classes }));
  }
}
