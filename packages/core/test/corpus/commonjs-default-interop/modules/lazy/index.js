exports.name = 'lazy';
exports.load = (name) => {
  try {
    return require(name);
  } catch (error) {
    return error.code;
  }
};
exports.os = () => require('os').EOL;
exports.here = typeof module.exports + typeof require;
