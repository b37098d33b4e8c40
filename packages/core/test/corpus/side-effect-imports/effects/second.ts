import './third.js';
((globalThis as any).effects ??= []).push('second');
export const unused = 'MARK-unused';
