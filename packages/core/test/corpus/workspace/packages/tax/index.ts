export const tax = (net: number): number => net / 2;
