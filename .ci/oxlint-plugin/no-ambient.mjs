// What a process can reach without being handed it: time, timers, chance, the network, the environment. Behind ports they can be
// stepped, seeded, guarded and faked; reached directly they make a scenario of sixty days impossible and a test a gamble.
import { destructuredNames, globalName, globalReferences, propertyName } from "./syntax.mjs";

const RANDOM_FUNCTIONS = ["randomUUID", "randomBytes", "randomInt", "randomFill", "randomFillSync", "getRandomValues"];

/** Per group: members (`object.property`), bare globals, properties of whatever object, modules, and what to use instead. */
const GROUPS = {
  time: {
    members: ["Date.now", "performance.now", "process.hrtime", "process.uptime"],
    modules: ["perf_hooks"],
    instead: "Take `Clock` and ask `now()` or `monotonic()`.",
  },
  timers: {
    members: ["AbortSignal.timeout"],
    globals: ["setTimeout", "setInterval", "setImmediate"],
    modules: ["timers", "timers/promises"],
    instead: "Take `Clock` and use `at()` or `sleep()`.",
  },
  chance: { members: ["Math.random"], instead: "Take `Random` (jitter, sampling) or `Entropy` (keys, tokens)." },
  entropy: { properties: RANDOM_FUNCTIONS, imports: { crypto: RANDOM_FUNCTIONS }, instead: "Take `Entropy`, or `Ids` for identifiers." },
  network: {
    globals: ["fetch", "WebSocket", "EventSource", "XMLHttpRequest"],
    modules: ["undici", "http", "https", "http2", "net", "tls", "dgram", "dns", "dns/promises"],
    instead: "Use the guarded HTTP client of `server/platform/http`.",
  },
  environment: {
    members: ["process.env"],
    modules: ["process"],
    instead: "Read `Config`; only `server/platform/config` sees the environment.",
  },
};

export const noAmbient = {
  meta: { type: "problem", schema: [{ type: "array", items: { enum: Object.keys(GROUPS) } }], defaultOptions: [Object.keys(GROUPS)] },
  create(context) {
    const banned = index(context.options[0] ?? Object.keys(GROUPS));
    const report = (node, what, instead) => context.report({ node, message: `\`${what}\` reaches past the ports. ${instead}` });
    const check = (node, table, name, shown = name) => table.has(name) && report(node, shown, table.get(name));

    return {
      MemberExpression(node) {
        const property = propertyName(node);
        const object = globalName(node.object);
        check(node, banned.members, `${object}.${property}`);
        check(node, banned.properties, property);
        if (object === "globalThis") check(node, banned.globals, property);
      },
      VariableDeclarator(node) {
        const object = node.init && globalName(node.init);
        for (const property of destructuredNames(node.id)) {
          check(node, banned.members, `${object}.${property}`);
          check(node, banned.properties, property);
          if (object === "globalThis") check(node, banned.globals, property);
        }
      },
      "NewExpression, CallExpression"(node) {
        const asText = node.type === "CallExpression";
        if (globalName(node.callee) === "Date" && (asText || node.arguments.length === 0)) {
          check(node, banned.members, "Date.now", asText ? "Date()" : "new Date()");
        }
      },
      "ImportDeclaration, ExportNamedDeclaration, ExportAllDeclaration"(node) {
        if (!node.source || node.importKind === "type" || node.exportKind === "type") return;
        const module = node.source.value.replace(/^node:/, "");
        check(node, banned.modules, module);
        for (const { imported, local } of node.specifiers ?? []) check(node, banned.imports, `${module}.${(imported ?? local).name}`);
      },
      ImportExpression(node) {
        if (typeof node.source.value === "string") check(node, banned.modules, node.source.value.replace(/^node:/, ""));
      },
      "Program:exit"() {
        for (const identifier of globalReferences(context.sourceCode)) {
          if (identifier.parent?.type !== "TSTypeQuery") check(identifier, banned.globals, identifier.name);
        }
      },
    };
  },
};

/** One look-up table per kind of syntax, from the banned thing to the advice. */
function index(names) {
  const tables = { members: new Map(), globals: new Map(), properties: new Map(), modules: new Map(), imports: new Map() };
  for (const name of names) {
    const { imports = {}, instead, ...lists } = GROUPS[name];
    for (const [kind, entries] of Object.entries(lists)) for (const entry of entries) tables[kind].set(entry, instead);
    for (const [module, specifiers] of Object.entries(imports)) {
      for (const specifier of specifiers) tables.imports.set(`${module}.${specifier}`, instead);
    }
  }
  return tables;
}
