// Tests run from the sources, on Node's own module loader: this tells it how to find and translate them. Loaded by every process that Jest
// starts and by every thread of those (`--import` in NODE_OPTIONS, see jest.config.mjs). Translations are kept.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createRequire, registerHooks } from "node:module";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { threadId } from "node:worker_threads";

const root = resolve(import.meta.dirname, "../../..");
const cache = join(root, "node_modules/.cache/translated-sources");
const tests = pathToFileURL(join(root, "test/")).href;
const packages = pathToFileURL(join(root, "node_modules/")).href;
/** Vite's two aliases, which the panel uses. */
const ALIASES = { "@/": join(root, "admin-ui/src/"), "@contract/": join(root, "server/contract/") };
const GLOBALS = "saldo-test:jest-globals";

/** Where the source map of each module that was loaded lies, for Jest's stack traces. */
const maps = (globalThis[Symbol.for("saldo.source-maps")] = new Map());

mkdirSync(cache, { recursive: true });
registerHooks({
  resolve(specifier, context, next) {
    const spec = specOf(context.parentURL);
    if (specifier === "@jest/globals" && spec !== null) return { url: `${GLOBALS}${spec}`, format: "module", shortCircuit: true };
    if (context.parentURL?.startsWith(packages)) return next(specifier, context);
    const source = sourceOf(specifier, context.parentURL);
    if (source === null) return next(specifier, context);
    return { url: spec !== null && source.startsWith(tests) ? source + spec : source, format: "module", shortCircuit: true };
  },
  load(url, context, next) {
    if (url.startsWith(GLOBALS)) return { format: "module", source: globalsModule(), shortCircuit: true };
    if (!/\.ts(\?spec=\d+)?$/.test(url) || url.startsWith(packages)) return next(url, context);
    const { code, map } = translated(fileURLToPath(url));
    maps.set(url, map);
    return { format: "module", source: code, shortCircuit: true };
  },
});

/**
 * What one spec file imports from `test/` is its own, as it was with Jest's loader: the mark of the file (`?spec=N`, given by
 * native-runtime.cjs) is handed on to it. The server and the packages are loaded once a process.
 */
function specOf(parent) {
  return parent?.startsWith(tests) ? (/\?spec=\d+$/.exec(parent)?.[0] ?? null) : null;
}

/** `./x.js` is `./x.ts` among our own sources. */
function sourceOf(specifier, parent) {
  const alias = Object.keys(ALIASES).find((prefix) => specifier.startsWith(prefix));
  const wanted = alias ? pathToFileURL(ALIASES[alias] + specifier.slice(alias.length)).href : specifier;
  if (!/^(\.|file:).*\.(js|ts)(\?spec=\d+)?$/.test(wanted)) return null;
  const url = new URL(wanted, parent).href.replace(/\.js$/, ".ts");
  return existsSync(fileURLToPath(url)) ? url : null;
}

/** The globals of the file that is being loaded; native-runtime.cjs puts them there. */
function globalsModule() {
  const names = Object.keys(globalThis[Symbol.for("saldo.jest")]);
  return `export const { ${names.join(", ")} } = globalThis[Symbol.for("saldo.jest")];`;
}

/** The JavaScript of a source file, and the file that holds its source map. */
function translated(path) {
  const text = readFileSync(path, "utf8");
  const kept = join(cache, createHash("sha256").update(path).update("\n").update(text).digest("hex"));
  const [js, map] = [`${kept}.js`, `${kept}.map`];
  if (existsSync(js)) return { code: readFileSync(js, "utf8"), map };
  const { transformSync } = createRequire(import.meta.url)("@swc/core");
  const result = transformSync(text, {
    swcrc: false,
    filename: path,
    jsc: {
      parser: { syntax: "typescript", decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true },
      target: "es2024",
      keepClassNames: true,
    },
    sourceMaps: true,
  });
  writeWhole(map, result.map);
  writeWhole(js, result.code);
  return { code: result.code, map };
}

/** Another process or thread may be writing or reading the same. */
function writeWhole(path, text) {
  const part = `${path}.${process.pid}.${threadId}`;
  writeFileSync(part, text);
  renameSync(part, path);
}
