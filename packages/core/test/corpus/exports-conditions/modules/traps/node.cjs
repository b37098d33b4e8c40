exports.kind = 'node require';
