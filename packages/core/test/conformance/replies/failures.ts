import { type Answered, json, problem, type ReplyRow, text, UNEXPECTED } from '../reply-row.js';
import { observed } from '../sources.js';
import type { Topic } from '../topics.js';

const failures = (
  name: string,
  source: string,
  method: string,
  answer: Answered,
  covers: readonly Topic[],
  logs?: string,
): ReplyRow => ({
  name,
  source,
  route: `FailuresController.${method}`,
  answer,
  covers,
  ...(logs === undefined ? {} : { logs }),
});

const PROBLEM = 'RFC 9457, 3';
const NOT_TOLD = 'RFC 9457, 5: nothing internal in an answer; CWE-209';
const CATCH =
  'https://docs.spring.io/spring-framework/reference/web/webmvc/mvc-controller/ann-exceptionhandler.html: the closest match';

/** Errors, and what they are mapped to. */
export const FAILURES: readonly ReplyRow[] = [
  failures(
    'an HttpError with a header and an extension',
    'RFC 6585, 4; RFC 9457, 3.2',
    'httpError',
    {
      status: 429,
      headers: { 'retry-after': '5', 'content-type': 'application/problem+json' },
      body: '{"title":"Too Many Requests","status":429,"detail":"slow down","limit":3}',
    },
    ['thrown HttpError'],
  ),
  failures('an HttpError that comes later', PROBLEM, 'rejectedLater', problem(404, 'Not Found', 'nothing here'), [
    'rejected later',
    'thrown HttpError',
  ]),
  failures('a rejected promise', NOT_TOLD, 'rejectedPromise', UNEXPECTED, ['rejected later', 'thrown Error'], 'secret'),
  failures(
    'an HttpError without detail, with a header that has a comma',
    'RFC 9110, 15.5.2 and 11.6.1',
    'unauthorized',
    problem(401, 'Unauthorized', undefined, { 'www-authenticate': 'Bearer realm="a, b"' }),
    ['thrown HttpError', 'header values with commas and semicolons'],
  ),
  failures(
    'an HttpError from 500 on is logged with its cause, which is not told',
    NOT_TOLD,
    'serverError',
    problem(503, 'Service Unavailable', 'down for maintenance'),
    ['thrown HttpError'],
    'disk full',
  ),
  failures('an Error', NOT_TOLD, 'error', UNEXPECTED, ['thrown Error'], 'secret'),
  failures('a number', NOT_TOLD, 'number', UNEXPECTED, ['thrown non-error'], '"message":"7"'),
  failures('an object that looks like a result', NOT_TOLD, 'object', UNEXPECTED, ['thrown non-error'], 'object'),
  failures('null', NOT_TOLD, 'null', UNEXPECTED, ['thrown non-error'], 'null'),
  failures(
    'an HttpError with a status that is no error’s',
    observed('results: statusCode not a number: 500 or 502 of the gateway'),
    'statusThatIsNone',
    UNEXPECTED,
    ['thrown HttpError'],
    '200 is not the status of an error',
  ),
  failures(
    'a class that is mapped to a status, with the error’s message',
    CATCH,
    'mapped',
    {
      ...problem(422, 'Unprocessable Content', 'wrong item'),
    },
    ['most specific mapping'],
  ),
  failures(
    'a subclass of what is mapped',
    CATCH,
    'mappedSubclass',
    problem(422, 'Unprocessable Content', 'no such item'),
    ['most specific mapping'],
  ),
  failures(
    'an error that is mapped by its name',
    'AWS SDK for JavaScript v3, error handling: errors are told apart by error.name',
    'mappedByName',
    problem(409, 'Conflict', 'somebody else has changed it'),
    ['most specific mapping'],
  ),
  failures('the most specific class, declared last', CATCH, 'mostSpecific', problem(404, 'Not Found', 'no such item'), [
    'most specific mapping',
  ]),
  failures(
    'the most specific class, declared first',
    CATCH,
    'mostSpecificFirst',
    problem(404, 'Not Found', 'no such item'),
    ['most specific mapping'],
  ),
  failures(
    'the method’s mapping before the controller’s',
    CATCH,
    'methodBeforeController',
    problem(409, 'Conflict', 'no such item'),
    ['most specific mapping'],
  ),
  failures(
    'an error that is mapped to a reply, by its own properties and the route',
    CATCH,
    'mappedToReply',
    json({ owner: 'ann', route: 'FailuresController.mappedToReply' }, {}, 409),
    ['most specific mapping'],
  ),
  failures('one of several classes, mapped to a value', CATCH, 'mappedToValue', text('nothing there'), [
    'most specific mapping',
  ]),
  failures('a mapper that throws an HttpError', PROBLEM, 'mapperThatThrows', problem(404, 'Not Found', 'hidden'), [
    'a mapper that throws',
  ]),
  failures('a mapper that fails', NOT_TOLD, 'mapperThatFails', UNEXPECTED, ['a mapper that throws'], 'secret'),
  failures(
    'a mapper that returns nothing leaves the error to the next',
    CATCH,
    'mapperThatDeclines',
    problem(422, 'Unprocessable Content', 'no such item'),
    ['most specific mapping'],
  ),
  failures(
    'a message that is mapped to a server’s error is logged, not told',
    NOT_TOLD,
    'mappedToServerError',
    problem(502, 'Bad Gateway'),
    ['most specific mapping'],
    'secret',
  ),
  failures(
    'an HttpError that is mapped to another status',
    CATCH,
    'mappedHttpError',
    problem(410, 'Gone', 'gone for good'),
    ['most specific mapping', 'thrown HttpError'],
  ),
];
