import type { MethodMark } from '../metadata/decorate.js';
import type { RequestSource } from '../model/integration.js';
import { service } from './service.js';

/** An object of a bucket. */
export interface S3ObjectOptions {
  /** Name of the bucket in the construct's `resources`. */
  readonly bucket: string;
  readonly key: RequestSource;
  /**
   * What stands before the key, for example `uploads/`.
   * @default '' nothing
   */
  readonly prefix?: string;
}

/**
 * Answers an object of a bucket, or 404, without a Lambda function, in a REST API; the method's body is never run.
 *
 * @example
 * @Get('/:name')
 * @S3GetObject({ bucket: 'files', key: fromPath('name') })
 * download(): void {}
 */
export const S3GetObject = ({ bucket, key, prefix }: S3ObjectOptions): MethodMark =>
  service('S3GetObject', 's3:GetObject', {
    resource: bucket,
    parameters: { Key: key, Prefix: prefix },
    reply: { statusCode: 200 },
  });

/**
 * Writes the body to an object of a bucket and answers 204, without a Lambda function, in a REST API; the method's body is never run.
 *
 * @example
 * @Put('/:name')
 * @S3PutObject({ bucket: 'files', key: fromPath('name') })
 * upload(): void {}
 */
export const S3PutObject = ({ bucket, key, prefix }: S3ObjectOptions): MethodMark =>
  service('S3PutObject', 's3:PutObject', {
    resource: bucket,
    parameters: { Key: key, Prefix: prefix },
    reply: { statusCode: 204 },
  });
