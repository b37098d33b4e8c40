import { type MethodMark, recordMethod } from '../metadata/decorate.js';
import type { Mapped, ReplySource, ServiceReply } from '../model/integration.js';

/** What all integrations with AWS services may say of the answer. */
export interface ServiceReplyOptions {
  /**
   * Status of the answer to a call that succeeded.
   * @default as the decorator says
   */
  readonly statusCode?: number;
  /**
   * The answer, made of what the service replied; only a REST API can.
   * @default as the decorator says
   */
  readonly returns?: Mapped<ReplySource>;
}

/** What was said of the answer, beside what it is where nothing was. */
export const replyOf = (
  { statusCode, returns }: ServiceReplyOptions,
  otherwise: number,
  body?: Mapped<ReplySource>,
): ServiceReply => ({
  statusCode: statusCode ?? otherwise,
  ...(returns === undefined ? (body === undefined ? {} : { body }) : { body: returns, isOwnBody: true }),
});

interface Service {
  readonly resource: string;
  readonly parameters: Readonly<Record<string, Mapped | undefined>>;
  readonly reply: ServiceReply;
}

/** Records an action without the parameters that were not given. */
export const service = (decorator: string, action: string, { resource, parameters, reply }: Service): MethodMark => {
  const given = Object.entries(parameters).filter(([, value]) => value !== undefined);
  return recordMethod(decorator, [
    { type: 'aws-service', action, resource, parameters: Object.fromEntries(given), reply },
  ]);
};
