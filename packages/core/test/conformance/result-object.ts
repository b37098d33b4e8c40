import { gunzipSync } from 'node:zlib';
import type { DoorName } from './doors.js';
import type { Answered } from './reply-row.js';
import { ALB, HTTP_API, REST_API } from './sources.js';

/** A result object as Lambda sends it: JSON. */
export type ResultObject = Readonly<Record<string, unknown>>;

type Print = (answer: Answered) => ResultObject;

const head = ({ status, body, base64, gzip }: Answered): ResultObject => ({
  statusCode: status,
  ...(body !== undefined && { body }),
  ...(base64 !== undefined && { body: base64, isBase64Encoded: true }),
  ...(gzip !== undefined && { body: gzip, isBase64Encoded: true }),
});

const payload2: Print = (answer) => ({
  ...head(answer),
  headers: answer.headers,
  ...(answer.cookies && { cookies: answer.cookies }),
});

const payload1: Print = (answer) => ({
  ...head(answer),
  headers: answer.headers,
  ...(answer.cookies && { multiValueHeaders: { 'set-cookie': answer.cookies } }),
});

const multiValue: Print = (answer) => ({
  ...head(answer),
  multiValueHeaders: {
    ...Object.fromEntries(Object.entries(answer.headers).map(([name, value]) => [name, [value]])),
    ...(answer.cookies && { 'set-cookie': answer.cookies }),
  },
});

const singleValue: Print = (answer) => ({
  ...head(answer),
  headers: { ...answer.headers, ...(answer.cookies && { 'set-cookie': answer.cookies[0] }) },
});

/** The form of result objects on each front door, and the page that says so. */
const FORMS: Readonly<Record<DoorName, readonly [print: Print, source: string]>> = {
  'http-api': [payload2, HTTP_API],
  'http-api-v1': [payload1, HTTP_API],
  'rest-api': [payload1, REST_API],
  'function-url': [payload2, HTTP_API],
  'alb-multi': [multiValue, ALB],
  'alb-single': [singleValue, ALB],
};

/** The result object that an answer must be on a front door. */
export const resultObject = (answer: Answered, door: DoorName): ResultObject => FORMS[door][0](answer);

/** A result object with its text in place of gzip. */
export const unzipped = (result: ResultObject): ResultObject => ({
  ...result,
  body: gunzipSync(Buffer.from(result.body as string, 'base64')).toString(),
});
