import type { Context } from 'aws-lambda';
import type { Reply } from './front-door.js';
import { refusal } from './refusal.js';

/** Answers the requests of one route; where nothing has to be awaited, at once. */
export type Answer<TEvent = never> = (event: TEvent, context: Context) => Reply | Promise<Reply>;

/** The routes of a function, by what API Gateway calls them: `GET /users/{id}`. The object has no prototype. */
export type Answers<TEvent = never> = Readonly<Record<string, Answer<TEvent>>>;

/** Answers a request that no route of the function takes. */
export const notFound = (): Reply => refusal(404, 'Not Found');
