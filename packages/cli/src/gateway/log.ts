/** Where the local gateway writes what people read. */
export interface Log {
  /** One line of a function's output, with its route's id in front, so that functions can be told apart. */
  line(routeId: string, line: string): void;
  /** One line about a request that was answered. */
  request(line: string): void;
}

/** A log that writes to a stream, such as standard output. */
export const streamLog = (stream: NodeJS.WritableStream): Log => ({
  line: (routeId, line) => void stream.write(`[${routeId}] ${line}\n`),
  request: (line) => void stream.write(`${line}\n`),
});
