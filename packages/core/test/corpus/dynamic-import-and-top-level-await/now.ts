export const now: string = await Promise.resolve('now');
