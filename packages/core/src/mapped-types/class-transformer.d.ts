/** class-transformer types its storage, but not where its CommonJS build has it. */
declare module 'class-transformer/cjs/storage.js' {
  type Entries<TEntry> = Map<unknown, Map<string | undefined, TEntry>>;

  interface TypeEntry {
    typeFunction?(help: object): (new (...values: never[]) => object) | undefined;
  }

  export const defaultMetadataStorage: {
    readonly _typeMetadatas: Entries<object>;
    readonly _exposeMetadatas: Entries<object>;
    readonly _excludeMetadatas: Entries<object>;
    readonly _transformMetadatas: Entries<readonly object[]>;
    /** What `@Type` says of a property, of the class or the nearest that it extends. */
    findTypeMetadata(target: unknown, property: string): TypeEntry | undefined;
  };
}
