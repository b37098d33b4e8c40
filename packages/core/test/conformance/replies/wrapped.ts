import { type Answered, empty, json, problem, type ReplyRow, text, UNEXPECTED } from '../reply-row.js';
import { observed } from '../sources.js';
import type { Topic } from '../topics.js';

const ONION = 'https://github.com/koajs/koa/blob/master/docs/guide.md: middleware runs around what comes after it';
const MIDDY = 'https://middy.js.org/docs/intro/how-it-works';

/** The order in which middleware wrote its name. */
const order = (inside = ''): Record<string, string> => ({ 'x-order': `application(first(${inside}))` });

const wrapped = (
  name: string,
  source: string,
  method: string,
  answer: Answered,
  covers: readonly Topic[] = [],
  more: Partial<ReplyRow> = {},
): ReplyRow => ({ name, source, route: `WrappedController.${method}`, answer, covers, ...more });

/** Middleware of the application, the controller and the method. */
export const WRAPPED: readonly ReplyRow[] = [
  wrapped('the application’s around the controller’s', ONION, 'plain', text('x', order())),
  wrapped('outside in, in the order of the source', ONION, 'order', text('x', order('second(third())'))),
  wrapped('two decorators, the upper one outside', ONION, 'twoDecorators', text('x', order('second(third())'))),
  wrapped('one that answers itself', ONION, 'shortCircuit', {
    ...json({ stopped: true }, { 'x-order': 'application(first(second(stopped)))' }, 401),
  }),
  wrapped('one that throws', 'RFC 9457, 3', 'refused', problem(403, 'Forbidden', 'not for you', order()), [
    'thrown HttpError',
  ]),
  wrapped(
    'one that changes status, headers and body of a copy',
    ONION,
    'changed',
    text('changed x', { 'x-kept': 'kept', 'x-changed': 'yes', ...order() }, 203),
  ),
  wrapped('one that answers instead', ONION, 'replaced', json({ replaced: true }, order())),
  wrapped('one that returns nothing passes the answer on', ONION, 'quiet', text('x', order())),
  wrapped(
    'one that neither answers nor goes on',
    'https://expressjs.com/en/guide/using-middleware.html: otherwise the request is left hanging',
    'forgotten',
    { ...UNEXPECTED, headers: { ...UNEXPECTED.headers, ...order() } },
    ['thrown Error'],
    { logs: 'neither called next() nor returned' },
  ),
  wrapped(
    'one that goes on twice',
    'https://github.com/koajs/compose: next() called multiple times',
    'twice',
    { ...UNEXPECTED, headers: { ...UNEXPECTED.headers, ...order() } },
    ['thrown Error'],
    { logs: 'called next() twice' },
  ),
  wrapped(
    'one that sees the error that is answered',
    ONION,
    'errorSeen',
    {
      ...problem(404, 'Not Found', 'gone', { 'x-error': 'gone', ...order() }),
    },
    ['thrown HttpError'],
  ),
  wrapped('one that sees that there is no error', ONION, 'noErrorSeen', text('x', { 'x-error': 'none', ...order() })),
  wrapped(
    'one that adds a cookie',
    observed('results: several Set-Cookie'),
    'cookie',
    {
      ...text('x', order()),
      cookies: ['middleware=1'],
    },
    ['several cookies'],
  ),
  wrapped(
    'one that breaks a header',
    'CWE-113; RFC 9110, 5.5',
    'brokenHeader',
    { ...UNEXPECTED, headers: { ...UNEXPECTED.headers, ...order() } },
    [],
    { logs: 'line break' },
  ),
  wrapped(
    'one that adds a value to the context, which is there everywhere',
    'Node.js: AsyncLocalStorage',
    'tenant',
    json({ tenant: 't1', now: 't1' }, order()),
    [],
    { request: { headers: { 'X-Tenant': 't1' } } },
  ),
  wrapped(
    'an injectable class, with what it depends on',
    'https://docs.nestjs.com/middleware#dependency-injection',
    'guarded',
    text('x', { 'x-guard': 'journal WrappedController.guarded', ...order() }),
    [],
    { request: { headers: { 'x-key': '1' } } },
  ),
  wrapped(
    'an injectable class that refuses',
    'https://docs.nestjs.com/guards',
    'guarded',
    problem(403, 'Forbidden', 'no key', order()),
    ['thrown HttpError'],
  ),
  wrapped('middy’s hooks on the result object', MIDDY, 'middy', json({ a: 1 }, { 'x-middy': 'true', ...order() })),
  wrapped('middy’s early answer', `${MIDDY}: early response`, 'middyEarly', {
    status: 402,
    headers: { 'x-early': 'yes', ...order() },
    body: 'early',
  }),
  wrapped(
    'middy’s answer to an error',
    `${MIDDY}: onError`,
    'middyOnError',
    {
      status: 418,
      headers: order(),
      body: 'caught by middy',
    },
    ['thrown Error'],
    { logs: 'caught by middy' },
  ),
  wrapped(
    'an error that the application maps',
    'RFC 9110, 15.5.10',
    'applicationMapping',
    {
      ...problem(409, 'Conflict', 'sold out', order()),
    },
    ['most specific mapping'],
  ),
  wrapped(
    'the method’s mapping before the application’s, though its class is less specific',
    'Java Language Specification, 11.3: the innermost catch that fits',
    'innerMapping',
    problem(503, 'Service Unavailable', undefined, order()),
    ['most specific mapping'],
    { logs: 'secret' },
  ),
  wrapped('around a stream', ONION, 'streamed', text('ab', order('second()')), ['streams']),
  {
    name: 'application middleware answers a path that is not the route’s, too',
    alone: 'a path of no route has no middleware',
    source: 'RFC 9110, 15.5.5',
    covers: ['404'],
    doors: ['function-url', 'alb-multi', 'alb-single'],
    route: 'WrappedController.plain',
    request: { path: '/wrapped/other' },
    answer: problem(404, 'Not Found', undefined, order()),
  },
  {
    name: 'HEAD runs middleware and has no body',
    source: 'RFC 9110, 9.3.2',
    covers: ['HEAD without body'],
    doors: ['function-url', 'alb-multi', 'alb-single'],
    route: 'WrappedController.plain',
    request: { method: 'HEAD', path: '/wrapped/plain' },
    answer: { ...empty(200), headers: { 'content-type': 'text/plain; charset=utf-8', ...order() } },
  },
];
