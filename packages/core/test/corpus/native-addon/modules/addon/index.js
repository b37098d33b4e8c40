let native = {};
if (process.env.ADDON) native = require('./build/addon.node');
exports.run = () => native;
