const data = require('../data.json');
function plain(text) {
  return data.prefix + text;
}
plain.version = require('../package.json').version;
module.exports = plain;
