export { default as TheStore } from './store.js';
export * as everything from './store.js';
