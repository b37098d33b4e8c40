import { Application, Validation } from '@gatewright/core';

/** What is said of every route, unless a controller or a method says otherwise. */
@Application()
@Validation({ maxErrors: 3, stopAtFirstError: true, transformOptions: { exposeDefaultValues: true } })
export class Strict {}
