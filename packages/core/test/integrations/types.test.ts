import {
  DynamoDbGetItem,
  DynamoDbPutItem,
  fromBody,
  fromContext,
  fromPath,
  fromReply,
  fromResource,
  HttpProxy,
  Mock,
  S3GetObject,
  SqsSendMessage,
} from '../../src/index.js';

describe('the types of declarations', () => {
  it('take sources where they have a value, and names that there are', () => {
    const decorators = [
      SqsSendMessage({
        queue: 'q',
        messageBody: { a: [fromBody('$.a', 'json'), fromContext('authorizer.claims.sub')] },
      }),
      SqsSendMessage({ queue: 'q', messageBody: fromBody(), returns: { id: fromReply('$.a', 'jsonText'), own: 1 } }),
      // @ts-expect-error a reply is not there when the message is made
      SqsSendMessage({ queue: 'q', messageBody: fromReply('$.a') }),
      // @ts-expect-error nor is the request a part of a reply
      SqsSendMessage({ queue: 'q', messageBody: fromBody(), returns: { id: fromBody() } }),
      // @ts-expect-error functions are no data
      SqsSendMessage({ queue: 'q', messageBody: () => 'text' }),
      // @ts-expect-error a message needs a body
      SqsSendMessage({ queue: 'q' }),
      DynamoDbGetItem({
        table: 't',
        key: { id: 1 },
        returns: { a: 'string', b: [{ c: 'strings' }], d: { e: 'boolean' } },
      }),
      // @ts-expect-error there is no such type
      DynamoDbGetItem({ table: 't', key: { id: 1 }, returns: { a: 'date' } }),
      // @ts-expect-error a key is a text or a number
      DynamoDbGetItem({ table: 't', key: { id: { a: 1 } }, returns: {} }),
      // @ts-expect-error items need what to answer
      DynamoDbGetItem({ table: 't', key: { id: 1 } }),
      DynamoDbPutItem({
        table: 't',
        item: { id: fromPath('id'), n: fromBody('$.n', 'number'), x: { y: [null, true] } },
      }),
      S3GetObject({ bucket: 'b', key: fromPath('name') }),
      // @ts-expect-error the key is taken from the request
      S3GetObject({ bucket: 'b', key: 'name' }),
      HttpProxy('https://example.com', { method: 'PUT', headers: { 'x-a': 'b', 'x-c': fromPath('c') } }),
      // @ts-expect-error a header is a text
      HttpProxy('https://example.com', { headers: { 'x-a': 1 } }),
      Mock({ statusCode: 204 }),
    ];
    const sources = [
      // @ts-expect-error there is no such variable
      fromContext('requestID'),
      // @ts-expect-error only a body holds JSON
      fromPath('id', 'json'),
      // @ts-expect-error only a reply holds JSON in a text
      fromBody('$.a', 'jsonText'),
      // @ts-expect-error a resource has a name and an ARN
      fromResource('url'),
    ];

    expect(decorators.every((decorator) => typeof decorator === 'function')).toBe(true);
    expect(sources).toHaveLength(4);
  });
});
