import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** What a spec file says, or what it imports from the tests' own support says, that it runs what is built. */
const SIGNS = {
  server: [/saldo-process/, /dist\/server/, /\.ci\/build/, /bench\/run/, /saldo-processes/],
  panel: [/dist\/panel/, /panelFolder/, /["`]\/a\//],
};
const seen = new Map();

/** @returns {string[]} of `server` and `panel` what has to be built before the spec file can run */
export function buildNeededBy(path) {
  const text = textWithSupport(path, new Set());
  const browser = path.endsWith(".browser.spec.ts");
  return Object.keys(SIGNS).filter((part) => (browser && part === "panel") || SIGNS[part].some((sign) => sign.test(text)));
}

/** The file's text and that of everything under test/ it imports. */
function textWithSupport(path, visited) {
  if (visited.has(path)) return "";
  visited.add(path);
  const text = seen.get(path) ?? read(path);
  seen.set(path, text);
  const imports = [...text.matchAll(/from "(\.[^"]+)"/g)].map(([, specifier]) => join(dirname(path), specifier));
  const own = imports.flatMap((file) => (file.includes("/test/") ? [file, file.replace(/\.js$/, ".ts")] : []));
  return text + own.map((file) => textWithSupport(file, visited)).join("");
}

function read(path) {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
