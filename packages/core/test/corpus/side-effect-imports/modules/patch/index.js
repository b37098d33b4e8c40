(globalThis.effects ??= []).push('package');
