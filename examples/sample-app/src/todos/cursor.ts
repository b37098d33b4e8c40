import { BadRequest } from '@gatewright/core';
import { isTodoId } from './todo-id';

/** Makes the cursor of the page that follows a todo. Encoded, so that nobody comes to depend on what is in it. */
export const encodeCursor = (id: string): string => Buffer.from(id).toString('base64url');

/** Reads the id of the todo that a page follows. */
export const decodeCursor = (cursor: string): string => {
  const id = Buffer.from(cursor, 'base64url').toString();
  // Buffer skips what is not base64: only a text that encodes back to itself was made here.
  if (!isTodoId(id) || encodeCursor(id) !== cursor) {
    throw new BadRequest('cursor must be one that GET /todos answered');
  }
  return id;
};
