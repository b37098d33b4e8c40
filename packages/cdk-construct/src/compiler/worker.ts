/**
 * The compiler's process: one {@link CompileRequest} from standard input, one reply to file descriptor 3. Constructs are
 * synchronous and the compiler is not, so it runs here while the construct waits; standard output is left to the application's code.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { answer } from './answer.js';

const REPLY_FILE = 3;

answer(JSON.parse(readFileSync(0, 'utf8'))).then((reply) => {
  writeFileSync(REPLY_FILE, JSON.stringify(reply));
  process.exit();
});
