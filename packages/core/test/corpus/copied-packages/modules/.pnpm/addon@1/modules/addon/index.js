const { existsSync } = require('node:fs');
exports.run = () => [existsSync(__dirname + '/build/addon.node'), require('shared').version];
