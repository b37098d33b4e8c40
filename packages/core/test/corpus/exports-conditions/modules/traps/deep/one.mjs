export const one = 'deep one';
