import * as all from './app.controller.js';
import { Reports } from './index.js';
export const nightly = () => new Reports().summary() + new all.ReportsController().closing();
