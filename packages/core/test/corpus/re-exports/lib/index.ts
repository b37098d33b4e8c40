export * from './one.js';
export * from './two.js';
export * as dtos from './dto.js';
export { One as Eins } from './one.js';
