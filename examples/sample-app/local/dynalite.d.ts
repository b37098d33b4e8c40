declare module 'dynalite' {
  import type { Server } from 'node:http';

  /** Creates a server that speaks DynamoDB; `path` is the folder it keeps its data in, in memory without one. */
  function dynalite(options?: { readonly path?: string; readonly createTableMs?: number }): Server;

  export = dynalite;
}
