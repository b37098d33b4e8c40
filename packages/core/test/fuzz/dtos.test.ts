/**
 * Random DTOs' inputs: what compiled code makes and finds is what the libraries make and find: classes, own keys in their order, error
 * trees, messages. `npm run fuzz -- --dto` tries a million; a difference is told with the least input that shows it.
 */
import { type DtoApplication, prepareApplication } from '../compiler/validators/application.js';
import { FUZZED_DTOS, routesOf } from './dto-routes.js';

const INPUTS = Number(process.env['FUZZ_INPUTS'] ?? 50_000);
const SEED = Number(process.env['FUZZ_SEED'] ?? 1);
/** How many inputs of one DTO are in memory at once. */
const ROUND = 2000;

const routes = routesOf(FUZZED_DTOS);
const count = routes.reduce((sum, { names }) => sum + names.length, 0);
const each = Math.ceil(INPUTS / count);
const rounds = Array.from({ length: Math.ceil(each / ROUND) }, (_, index) => SEED + index);

let application: DtoApplication;
beforeAll(async () => {
  application = await prepareApplication(routes);
});
afterAll(() => application.project.remove());

describe('compiled DTOs', () => {
  it('are at least sixty', () => {
    expect(FUZZED_DTOS.reduce((sum, { names }) => sum + names.length, 0)).toBeGreaterThanOrEqual(60);
  });

  it.each(rounds)(
    `do with ${INPUTS} random inputs what the libraries do (round of the seed %d)`,
    async (seed) => {
      const compiled = await application.compile({ mixtures: Math.ceil(each / rounds.length), seed });
      const wrong = compiled.flatMap((dtos, file) =>
        Object.entries(dtos).flatMap(([name, { validation, difference }]) =>
          validation.kind === 'compiled' ? [] : [{ file, name, difference, reasons: validation.reasons }],
        ),
      );
      expect(wrong).toEqual([]);
    },
    1_800_000,
  );
});
