import { createStatus } from './create.js';
export const HealthController = createStatus('HealthController', '/health', 'healthy');
export const ReadyController = createStatus('ReadyController', '/ready', 'ready');
