globalThis.pureEffect = 'MARK-pure';
export const used = 'used';
