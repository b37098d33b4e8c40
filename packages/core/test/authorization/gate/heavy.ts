export const heavy = () => 'MARK-heavy';
