/**
 * TypeScript sources import each other as './name.js', the file that tsc will write. Where that file does not exist, and only in
 * the repository's own sources, './name.ts' is meant.
 */
module.exports = (request, options) => {
  try {
    return options.defaultResolver(request, options);
  } catch (error) {
    const isSource = /^\.{1,2}\/.*\.js$/.test(request) && !options.basedir.includes('/node_modules/');
    if (!isSource) throw error;
    return options.defaultResolver(request.replace(/\.js$/, '.ts'), options);
  }
};
