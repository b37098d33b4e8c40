import type { RouteModel } from './build-route.js';

/** Has answers with an output class validated, where `@Returns` does not say whether they are. */
export const validateAnswers = <TRoute extends RouteModel>(
  routes: readonly TRoute[],
  isAsked: boolean | undefined,
): readonly TRoute[] =>
  isAsked ? routes.map((route) => (route.output ? { validatesAnswer: true, ...route } : route)) : routes;
