export type { AccessLogOptions } from './access-log-options.js';
export type { BundlingOptions } from './bundling-options.js';
export { ControllerHttpApi } from './controller-http-api.js';
export type { ControllerHttpApiProps } from './controller-http-api-props.js';
export type { FunctionDefaults } from './function-defaults.js';
