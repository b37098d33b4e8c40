((globalThis as any).effects ??= []).push('first');
