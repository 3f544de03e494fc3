// Sources import each other as TypeScript's ESM asks, `./x.js`, while the file is `x.ts`; the panel uses Vite's two aliases.
// Only our own files are looked up that way: a package under node_modules keeps the file it named.
const { existsSync } = require("node:fs");
const { join, resolve, sep } = require("node:path");

const root = resolve(__dirname, "../..");
const ALIASES = { "@/": join(root, "admin-ui/src/"), "@contract/": join(root, "server/contract/") };

module.exports = (request, options) => {
  if (options.basedir.includes(`${sep}node_modules${sep}`)) return options.defaultResolver(request, options);
  const alias = Object.keys(ALIASES).find((prefix) => request.startsWith(prefix));
  const path = alias ? ALIASES[alias] + request.slice(alias.length) : request;
  if (/^(\.{1,2})?\/.*\.js$/.test(path)) {
    const source = resolve(options.basedir, path.replace(/\.js$/, ".ts"));
    if (existsSync(source)) return source;
  }
  return options.defaultResolver(path, options);
};
