/** Something to do, as the API answers it. */
export interface Todo {
  readonly id: string;
  readonly title: string;
  readonly done: boolean;
  /** ISO 8601, in UTC. */
  readonly createdAt: string;
}

/** A page of todos. */
export interface TodoPage {
  readonly items: readonly Todo[];
  /** Reads the next page; absent on the last one. */
  readonly cursor?: string;
}
