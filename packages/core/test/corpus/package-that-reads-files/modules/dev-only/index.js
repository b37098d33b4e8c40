module.exports = 'MARK-dev';
