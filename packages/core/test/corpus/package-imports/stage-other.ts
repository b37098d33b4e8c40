export const stage = 'MARK-other';
