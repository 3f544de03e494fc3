// Sources import each other as TypeScript's ESM asks, `./x.js`, while the file is `x.ts`. Only our own files are looked up
// that way: a package under node_modules keeps the file it named.
const { existsSync } = require("node:fs");
const { resolve, sep } = require("node:path");

module.exports = (request, options) => {
  if (/^\.{1,2}\/.*\.js$/.test(request) && !options.basedir.includes(`${sep}node_modules${sep}`)) {
    const source = resolve(options.basedir, request.replace(/\.js$/, ".ts"));
    if (existsSync(source)) return source;
  }
  return options.defaultResolver(request, options);
};
