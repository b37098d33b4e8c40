export const heavy = (): string => 'MARK-heavy';
