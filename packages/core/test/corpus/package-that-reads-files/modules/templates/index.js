const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const render = require('renderer');
module.exports = (name) => render(readFileSync(join(__dirname, 'views', name + '.txt'), 'utf8'));
