exports.field = 'MARK-browser';
