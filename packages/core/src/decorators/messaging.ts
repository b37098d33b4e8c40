import type { MethodMark } from '../metadata/decorate.js';
import type { Mapped } from '../model/integration.js';
import { replyOf, type ServiceReplyOptions, service } from './service.js';
import { fromReply } from './source.js';

/** A message for a queue. */
export interface SqsSendMessageOptions extends ServiceReplyOptions {
  /** Name of the queue in the construct's `resources`. */
  readonly queue: string;
  /** Text, or an object that is sent as JSON. */
  readonly messageBody: Mapped;
  /**
   * Group of the message, for FIFO queues.
   * @default none
   */
  readonly messageGroupId?: Mapped;
  /**
   * What tells the same message sent twice, for FIFO queues.
   * @default none
   */
  readonly messageDeduplicationId?: Mapped;
  /**
   * Seconds, 0 to 900.
   * @default the queue's
   */
  readonly delaySeconds?: number;
}

/**
 * Sends a message to a queue and answers 202, without a Lambda function; the method's body is never run.
 *
 * @example
 * @Post()
 * @SqsSendMessage({ queue: 'orders', messageBody: fromBody() })
 * enqueue(): void {}
 */
export const SqsSendMessage = ({ queue, messageBody, ...options }: SqsSendMessageOptions): MethodMark =>
  service('SqsSendMessage', 'sqs:SendMessage', {
    resource: queue,
    parameters: {
      MessageBody: messageBody,
      MessageGroupId: options.messageGroupId,
      MessageDeduplicationId: options.messageDeduplicationId,
      DelaySeconds: options.delaySeconds,
    },
    reply: replyOf(options, 202, { id: fromReply('$.SendMessageResponse.SendMessageResult.MessageId') }),
  });

/** A message for a topic. */
export interface SnsPublishOptions extends ServiceReplyOptions {
  /** Name of the topic in the construct's `resources`. */
  readonly topic: string;
  /** Text, or an object that is sent as JSON. */
  readonly message: Mapped;
  /**
   * Subject of e-mails.
   * @default none
   */
  readonly subject?: Mapped;
  /**
   * Group of the message, for FIFO topics.
   * @default none
   */
  readonly messageGroupId?: Mapped;
  /**
   * What tells the same message sent twice, for FIFO topics.
   * @default none
   */
  readonly messageDeduplicationId?: Mapped;
}

/**
 * Publishes a message to a topic and answers 202, without a Lambda function, in a REST API; the method's body is never run.
 *
 * @example
 * @Post()
 * @SnsPublish({ topic: 'news', message: fromBody() })
 * publish(): void {}
 */
export const SnsPublish = ({ topic, message, ...options }: SnsPublishOptions): MethodMark =>
  service('SnsPublish', 'sns:Publish', {
    resource: topic,
    parameters: {
      Message: message,
      Subject: options.subject,
      MessageGroupId: options.messageGroupId,
      MessageDeduplicationId: options.messageDeduplicationId,
    },
    reply: replyOf(options, 202, { id: fromReply('$.PublishResponse.PublishResult.MessageId') }),
  });

/** A record for a stream. */
export interface KinesisPutRecordOptions extends ServiceReplyOptions {
  /** Name of the stream in the construct's `resources`. */
  readonly stream: string;
  /** Text, or an object that is sent as JSON; a REST API encodes it in base64, to an HTTP API the caller sends base64. */
  readonly data: Mapped;
  /** What decides the shard. */
  readonly partitionKey: Mapped;
}

/**
 * Puts a record into a stream and answers 202, without a Lambda function; the method's body is never run.
 *
 * @example
 * @Post()
 * @KinesisPutRecord({ stream: 'clicks', data: fromBody(), partitionKey: fromContext('requestId') })
 * click(): void {}
 */
export const KinesisPutRecord = ({ stream, data, partitionKey, ...options }: KinesisPutRecordOptions): MethodMark =>
  service('KinesisPutRecord', 'kinesis:PutRecord', {
    resource: stream,
    parameters: { Data: data, PartitionKey: partitionKey },
    reply: replyOf(options, 202, { sequenceNumber: fromReply('$.SequenceNumber') }),
  });

/** An event for a bus. */
export interface PutEventsOptions extends ServiceReplyOptions {
  /** Name of the bus in the construct's `resources`. */
  readonly bus: string;
  readonly source: Mapped;
  readonly detailType: Mapped;
  /** JSON: the body, or an object. */
  readonly detail: Mapped;
}

/**
 * Puts an event on an EventBridge bus and answers 202, without a Lambda function; the method's body is never run.
 *
 * @example
 * @Post()
 * @EventBridgePutEvents({ bus: 'events', source: 'shop', detailType: 'OrderPlaced', detail: fromBody() })
 * place(): void {}
 */
export const EventBridgePutEvents = ({ bus, source, detailType, detail, ...options }: PutEventsOptions): MethodMark =>
  service('EventBridgePutEvents', 'events:PutEvents', {
    resource: bus,
    parameters: { Source: source, DetailType: detailType, Detail: detail },
    reply: replyOf(options, 202, { id: fromReply('$.Entries[0].EventId') }),
  });
