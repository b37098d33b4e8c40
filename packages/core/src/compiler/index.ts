export { DEFINITION_CODES, type DefinitionCode } from '../errors/definition-codes.js';
export { DefinitionError, isDefinitionError, type Problem } from '../errors/definition-error.js';
export type {
  AttributeShape,
  AwsServiceIntegration,
  DirectIntegration,
  HttpProxyIntegration,
  IntegrationManifest,
  ItemShape,
  Mapped,
  MockIntegration,
  ProxyTarget,
  ReplySource,
  RequestSource,
  ServiceReply,
  SourceType,
} from '../model/integration.js';
export {
  type AuthorizationManifest,
  type AuthorizerManifest,
  type ClassManifest,
  type ControllerManifest,
  type DependencyManifest,
  type FunctionManifest,
  type HttpMethod,
  type JsonSchema,
  type LambdaOptions,
  type LayerManifest,
  type LogLevel,
  MANIFEST_VERSION,
  type Manifest,
  type NotExpressed,
  type Packaging,
  type ParameterManifest,
  type ParameterPlace,
  type ProviderManifest,
  type ProvidersManifest,
  type RouteManifest,
  type SchemaManifest,
  type SourceLocation,
  type ThrottleManifest,
  type TypeModel,
} from '../model/manifest.js';
export { type ReachedProvider, reachedProviders } from '../model/reached-providers.js';
export { analyze } from './analyze.js';
export { build } from './build.js';
export { type DevServices, defineConfig, type GatewrightConfig } from './config.js';
export { explain } from './explain/explain.js';
export type { ExplainedFile, ExplainedPackage, Explanation } from './explain/explanation.js';
export { type LoadedConfig, loadConfig } from './load-config.js';
export type {
  Analysis,
  AnalyzeOptions,
  Budgets,
  BuildOptions,
  BuildProgress,
  BuildResult,
  BuiltFunction,
  BundleOptions,
  CorsAnswers,
  FrontDoorName,
  FunctionValidation,
} from './options.js';
