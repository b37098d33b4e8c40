exports.sub = 'MARK-sub';
