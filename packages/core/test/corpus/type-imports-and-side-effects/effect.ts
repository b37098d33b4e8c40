(globalThis as Record<string, unknown>).corpusEffect = 'kept';
