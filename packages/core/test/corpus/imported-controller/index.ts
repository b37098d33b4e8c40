export { ReportsController as Reports } from './app.controller.js';
