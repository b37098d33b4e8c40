/** What only a provider needs that no route has. */
export const unusedLibrary = (): string => 'text of the unused library';
