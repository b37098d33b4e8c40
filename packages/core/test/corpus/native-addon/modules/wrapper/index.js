exports.run = require('addon').run;
