import { shared } from './shared.js';
export const run = () => 'two' + ++shared.count;
