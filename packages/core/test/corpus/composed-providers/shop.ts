import { Shop } from './compose.js';
const Pets = class Inner {};
Shop('pets')(Pets);
export { Pets };
