import { shared } from './shared.js';
export const run = () => 'one' + ++shared.count;
