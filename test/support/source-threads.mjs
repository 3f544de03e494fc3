// Threads that a test on sources starts run sources too: Node is told how to find and translate them. Loaded by every process that Jest
// starts (`--import` in NODE_OPTIONS, see jest.config.mjs), and does nothing outside a thread. Translations are kept, as Jest keeps its own.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createRequire, registerHooks } from "node:module";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { isMainThread, threadId } from "node:worker_threads";

const root = resolve(import.meta.dirname, "../..");
const cache = join(root, "node_modules/.cache/source-threads");

if (!isMainThread) {
  mkdirSync(cache, { recursive: true });
  registerHooks({
    resolve(specifier, context, next) {
      const source = sourceOf(specifier, context.parentURL);
      return source === null ? next(specifier, context) : { url: source, format: "module", shortCircuit: true };
    },
    load(url, context, next) {
      if (!url.endsWith(".ts")) return next(url, context);
      return { format: "module", source: translated(fileURLToPath(url)), shortCircuit: true };
    },
  });
}

/** `./x.js` is `./x.ts` among our own sources. */
function sourceOf(specifier, parent) {
  if (!/^(\.|file:).*\.js$/.test(specifier)) return null;
  const url = new URL(specifier, parent).href;
  if (url.includes("/node_modules/")) return null;
  const source = url.replace(/\.js$/, ".ts");
  return existsSync(fileURLToPath(source)) ? source : null;
}

function translated(path) {
  const text = readFileSync(path, "utf8");
  const kept = join(cache, `${createHash("sha256").update(path).update("\n").update(text).digest("hex")}.js`);
  if (existsSync(kept)) return readFileSync(kept, "utf8");
  const { transformSync } = createRequire(import.meta.url)("@swc/core");
  const { code } = transformSync(text, {
    swcrc: false,
    filename: path,
    jsc: {
      parser: { syntax: "typescript", decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true },
      target: "es2024",
      keepClassNames: true,
    },
    sourceMaps: "inline",
  });
  // Another thread may be writing the same.
  const part = `${kept}.${process.pid}.${threadId}`;
  writeFileSync(part, code);
  renameSync(part, kept);
  return code;
}
