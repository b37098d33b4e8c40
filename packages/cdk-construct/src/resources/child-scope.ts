import { Construct } from 'constructs';

/** The construct that holds what is made for a route or a function; both have one where they have the same id. */
export const childScope = (scope: Construct, id: string): Construct =>
  (scope.node.tryFindChild(id) as Construct | undefined) ?? new Construct(scope, id);
