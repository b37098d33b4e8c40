module.exports = (text) => text.replace('{name}', 'you');
