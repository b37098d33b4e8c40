export const kind = 'node import';
