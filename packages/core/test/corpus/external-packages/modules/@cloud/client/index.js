exports.client = 'provided';
