import type { Class } from '../metadata/record.js';
import { ClassTable } from './class-table.js';
import { readClassAround } from './read-around.js';
import { readClass } from './read-class.js';
import { readController } from './read-controller.js';
import { readClassValidation } from './read-validation.js';
import type { ApplicationReading, ClassReading } from './reading.js';

/**
 * Reads controllers and every class that they lead to; new classes met on the way get a key in the table.
 *
 * @param application the class with `@Application`, if there is one
 */
export function readApplication(
  controllers: readonly Class[],
  classes = new ClassTable(),
  application?: Class,
): ApplicationReading {
  const around = application === undefined ? NOTHING : readClassAround(application, classes);
  const readings = controllers.map((controller) => readController(controller, classes));
  const known: Record<string, ClassReading> = {};
  for (const [key, target] of classes.entries()) known[key] = readClass(target, classes);
  const validation = application === undefined ? undefined : readClassValidation(application);
  return {
    around,
    ...(validation === undefined ? {} : { validation }),
    controllers: readings,
    classes: known,
    values: classes.values.places(),
  };
}

const NOTHING = { layers: [], catches: [], refused: [] };
