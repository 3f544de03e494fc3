import { fileURLToPath } from "node:url";
import { scratchFolder } from "./support/scratch.mjs";

// A zone nobody has in mind (+12:45, southern summer time): whatever reads the local zone by mistake fails here.
process.env.TZ = "Pacific/Chatham";
process.env.TMPDIR = scratchFolder();

const at = (path) => fileURLToPath(new URL(path, import.meta.url));

// Threads read it themselves; the processes that Jest starts hand it on.
process.env.NODE_OPTIONS = `${process.env.NODE_OPTIONS ?? ""} --import=${new URL("./support/source-threads.mjs", import.meta.url).href}`;

const swc = {
  swcrc: false,
  jsc: {
    parser: { syntax: "typescript", decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true },
    target: "es2024",
    keepClassNames: true,
  },
  sourceMaps: "inline",
};

const common = {
  rootDir: at(".."),
  roots: ["<rootDir>/test"],
  testEnvironment: "node",
  injectGlobals: false,
  extensionsToTreatAsEsm: [".ts"],
  moduleFileExtensions: ["ts", "js", "mjs", "cjs", "json", "node"],
  resolver: at("support/source-resolver.cjs"),
  transform: { "\\.ts$": ["@swc/jest", swc] },
};

const database = (name) => ({
  ...common,
  displayName: name,
  testMatch: ["<rootDir>/test/**/*.db.spec.ts"],
  globals: { SALDO_TEST_DB: name },
});

export default {
  rootDir: at(".."),
  maxWorkers: 2,
  // Each file loads the whole server anew, and Jest lets go of none of it: heaps of gigabytes are collected slower and slower.
  workerIdleMemoryLimit: "1500MB",
  // Jest reads this here only; in a project it is accepted and ignored.
  testTimeout: 600_000,
  reporters: ["default", at("support/runner/leak-reporter.mjs")],
  projects: [
    {
      ...common,
      displayName: "unit",
      testMatch: ["<rootDir>/test/**/*.spec.ts"],
      testPathIgnorePatterns: ["/node_modules/", "\\.db\\.spec\\.ts$", "\\.browser\\.spec\\.ts$"],
    },
    database("sqlite"),
    database("mysql"),
    {
      ...common,
      displayName: "browser",
      testMatch: ["<rootDir>/test/**/*.browser.spec.ts"],
      setupFilesAfterEnv: [at("support/browser-retry.mjs")],
    },
  ],
};
