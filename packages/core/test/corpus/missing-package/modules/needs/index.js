exports.needs = () => require('gone');
