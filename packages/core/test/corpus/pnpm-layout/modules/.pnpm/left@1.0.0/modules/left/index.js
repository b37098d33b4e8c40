const right = require('right');
exports.left = () => 'left ' + right();
