export const kind = 'MARK-browser';
