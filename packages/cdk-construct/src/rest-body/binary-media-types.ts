import type { Manifest, RouteManifest, TypeModel } from '@gatewright/core/compiler';

/** Media types of request bodies that are bytes where a route takes some without saying which. */
const BYTES = ['application/octet-stream'];
const FORM = ['multipart/form-data'];

/**
 * The media types that a REST API has to treat as bytes, sorted. Where a route answers with bytes or compresses its answers, they are
 * all types: API Gateway decodes such an answer only if the first type of the request's `Accept` is one of the list.
 *
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-payload-encodings-workflow.html
 */
export function binaryMediaTypes({ routes }: Manifest): string[] {
  if (routes.some(answersBytes)) return ['*/*'];
  return [...new Set(routes.flatMap(bytesTaken))].sort();
}

const answersBytes = ({ returns, output, layers, streams, integration }: RouteManifest): boolean => {
  // objects are bytes of any type
  if (integration.type !== 'lambda') return integration.type === 'aws-service' && integration.action.startsWith('s3:');
  // what is streamed is sent as it is
  return (
    streams === undefined && (isBytes(returns) || isBytes(output) || layers.some(({ kind }) => kind === 'compress'))
  );
};

const isBytes = (type: TypeModel | undefined): boolean => type?.kind === 'bytes' || type?.kind === 'file';

function bytesTaken({ parameters, consumes }: RouteManifest): readonly string[] {
  const takesFiles = parameters.some(({ in: place }) => place === 'file');
  const takesBytes = parameters.some(({ in: place, type }) => place === 'body' && isBytes(type));
  return [...(takesFiles ? FORM : []), ...(takesBytes ? (consumes ?? BYTES) : [])];
}
