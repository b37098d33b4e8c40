exports.kind = require('traps').kind;
