exports.kind = 'MARK-default';
