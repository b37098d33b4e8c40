const common: string = 'common';
export = { common };
