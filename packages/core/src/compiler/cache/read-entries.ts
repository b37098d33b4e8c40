/** Entries of the store that this process has read: one that builds again after each edit reads, checks and parses each once. */

/** Bytes of all entries that are kept in memory; of a large application only some are. */
const LARGEST_MEMORY = 64 * 1024 * 1024;

/** What a file of the store holds. */
export interface StoredEntry {
  readonly entry: unknown;
  readonly bytes: Buffer;
}

/** An entry as it was read. */
interface ReadEntry {
  /** Of the file that it was read from. */
  readonly stamp: string;
  readonly stored: StoredEntry;
}

/** What was read, by file. */
export class ReadEntries {
  readonly #entries = new Map<string, ReadEntry & { readonly size: number }>();
  #size = 0;

  get(file: string): ReadEntry | undefined {
    return this.#entries.get(file);
  }

  /** Keeps an entry while there is room. */
  keep(file: string, { stamp, stored }: ReadEntry, size: number): void {
    this.#size -= this.#entries.get(file)?.size ?? 0;
    this.#entries.delete(file);
    if (this.#size + size > LARGEST_MEMORY) return;
    this.#size += size;
    this.#entries.set(file, { stamp, stored, size });
  }
}
