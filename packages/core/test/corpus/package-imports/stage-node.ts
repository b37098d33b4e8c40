export const stage = 'node';
