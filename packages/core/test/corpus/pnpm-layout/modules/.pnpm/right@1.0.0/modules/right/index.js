module.exports = () => 'right';
