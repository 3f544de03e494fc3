// Who may import whom. Each rule says in its comment what to do instead; test/architecture plants a violation of each.

const DOORS = "^server/modules/[^/]+/(index|rules)\\.ts$";
const DEMO = ["^server/demo/", "^server/commands/demo"];

const forbidden = [
  {
    name: "domain-is-pure",
    comment: "Rules are functions of plain data. Other modules' rules come through their rules.ts; time, rows and HTTP stay outside.",
    from: { path: "^server/modules/([^/]+)/[a-z/]*domain/" },
    to: { pathNot: ["^server/modules/$1/[a-z/]*domain/", "^server/shared/", "^server/modules/[^/]+/rules\\.ts$"] },
  },
  {
    name: "rules-door-is-pure",
    comment: "rules.ts re-exports domain/ and nothing else, so that every domain may import it.",
    from: { path: "^server/modules/([^/]+)/rules\\.ts$" },
    to: { pathNot: ["^server/modules/$1/[a-z/]*domain/"] },
  },
  {
    name: "shared-is-pure",
    comment: "The kernel depends on nothing, not even on Node.",
    from: { path: "^server/shared/" },
    to: { pathNot: ["^server/shared/"] },
  },
  {
    name: "contract-is-pure",
    comment: "The panel imports the contract: zod and the shared kernel only.",
    from: { path: "^server/contract/" },
    to: { pathNot: ["^server/contract/", "^server/shared/", "node_modules/zod/"] },
  },
  {
    name: "one-door",
    comment: "Of another module only index.ts (Nest) or rules.ts (pure): export a narrow reader there, or listen to the journal.",
    from: { path: "^server/modules/([^/]+)/" },
    to: { path: "^server/modules/", pathNot: ["^server/modules/$1/", DOORS] },
  },
  {
    name: "outside-uses-the-doors-too",
    comment: "Only the composition root and the list of tables look behind a module's doors.",
    from: { path: "^server/", pathNot: ["^server/modules/", "^server/(app\\.module|entities)\\.ts$"] },
    to: { path: "^server/modules/", pathNot: [DOORS] },
  },
  {
    name: "no-own-door",
    comment: "index.ts re-exports the module; importing it from inside makes a cycle.",
    from: { path: "^server/modules/([^/]+)/", pathNot: [DOORS] },
    to: { path: "^server/modules/$1/index\\.ts$" },
  },
  {
    name: "platform-knows-no-module",
    comment: "The platform serves every module and knows none; let the module register itself.",
    from: { path: "^server/platform/" },
    to: { path: ["^server/modules/", "^server/(app\\.module|entities)\\.ts$"] },
  },
  {
    name: "no-circular",
    comment: "In ESM with decorator metadata a cycle does not even start. Extract what both need, or invert one direction.",
    from: { path: "^(server|admin-ui|test)/" },
    to: { circular: true },
  },
  {
    name: "orm-at-the-edge",
    comment: "MikroORM is known to stores, views, plans, readers, entities and the database platform only.",
    from: {
      path: "^server/",
      pathNot: [
        "\\.(store|view|plan|reader|entity)\\.ts$",
        "^server/platform/(database/|platform\\.module\\.ts$)",
        "^server/(entities|app\\.module|create-migrations)\\.ts$",
      ],
    },
    to: { path: "node_modules/@mikro-orm/" },
  },
  {
    name: "queue-at-the-edge",
    comment: "Take the JobQueue port: Bull is replaceable and the embedded size has none.",
    from: { path: "^server/", pathNot: ["^server/platform/queue/", "\\.jobs\\.ts$"] },
    to: { path: "node_modules/(bull|@nestjs/bull)/" },
  },
  {
    name: "host-at-the-edge",
    comment: "Chatwoot's field names and URLs are known inside modules/host only; everyone else takes its port.",
    from: { path: "^server/", pathNot: ["^server/modules/host/"] },
    to: { path: "^server/modules/host/chatwoot/" },
  },
  {
    name: "ui-sees-contract-only",
    comment: "The panel knows the API, not the server.",
    from: { path: "^admin-ui/" },
    to: { path: "^(server|migrations|test)/", pathNot: ["^server/(contract|shared)/"] },
  },
  {
    name: "no-way-back",
    comment: "The server knows neither panel nor tests; only the database platform knows the migrations.",
    from: { path: "^server/" },
    to: { path: "^(admin-ui|test)/" },
  },
  {
    name: "migrations-run-in-one-place",
    from: { path: "^server/", pathNot: ["^server/platform/database/"] },
    to: { path: "^migrations/" },
  },
  {
    name: "migrations-are-frozen",
    comment: "A migration is history: an entity or helper that changes later must not change it.",
    from: { path: "^migrations/" },
    to: { pathNot: ["^migrations/", "node_modules/@mikro-orm/(migrations|core)/"] },
  },
  {
    name: "sandbox-for-demo-and-tests",
    comment: "The stand-in helpdesk never runs beside real debtors.",
    from: { path: "^server/", pathNot: ["^server/sandbox/", ...DEMO] },
    to: { path: "^server/sandbox/" },
  },
  {
    name: "sandbox-stands-alone",
    comment: "A stand-in that shares code with what it tests shares its mistakes.",
    from: { path: "^server/sandbox/" },
    to: { path: "^server/(modules|contract)/" },
  },
  {
    name: "production-never-loads-the-sandbox",
    from: { path: "^server/main\\.ts$" },
    to: { path: "^server/sandbox/", reachable: true },
  },
  {
    name: "stepped-time-and-seeded-chance-for-demo-and-tests",
    comment: "Take Clock, Random or Entropy.",
    from: { path: "^server/", pathNot: [...DEMO, "^server/platform/clock/stepped-"] },
    to: { path: "^server/platform/(clock/stepped-|crypto/seeded-)" },
  },
  {
    name: "no-dev-dependencies",
    comment: "The server runs with `npm ci --omit=dev`: move the package to dependencies, or do without.",
    from: { path: "^(server|migrations)/" },
    to: { dependencyTypes: ["npm-dev", "npm-no-pkg", "npm-unknown"], dependencyTypesNot: ["type-only"] },
  },
  {
    name: "not-to-unresolvable",
    from: {},
    to: { couldNotResolve: true },
  },
  {
    name: "no-orphans",
    comment: "Nothing imports it and it imports nothing: use it or remove it.",
    from: {
      orphan: true,
      path: "^(server|admin-ui/src)/",
      pathNot: ["\\.d\\.ts$", "^server/(main|cli|create-migrations)\\.ts$", "^admin-ui/src/no-devtools\\.ts$"],
    },
    to: {},
  },
];

export default {
  forbidden: forbidden.map((rule) => ({ severity: "error", ...rule })),
  options: {
    tsConfig: { fileName: "test/tsconfig.json" },
    // Imports of types count: they bind two parts just as much.
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    exclude: { path: ["^dist/", "\\.(css|svg|png|html)$"] },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "node", "default", "types"] },
  },
};
