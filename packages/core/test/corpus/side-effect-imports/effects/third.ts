((globalThis as any).effects ??= []).push('third');
