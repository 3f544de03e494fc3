import { fileURLToPath } from "node:url";
import { scratchFolder } from "./support/scratch.mjs";

// A zone nobody has in mind (+12:45, southern summer time): whatever reads the local zone by mistake fails here.
process.env.TZ = "Pacific/Chatham";
process.env.TMPDIR = scratchFolder();

const at = (path) => fileURLToPath(new URL(path, import.meta.url));

// What translates the sources (native-runtime.cjs): for the processes that Jest starts, and their threads.
process.env.NODE_OPTIONS = `${process.env.NODE_OPTIONS ?? ""} --import=${new URL("./support/runner/sources.mjs", import.meta.url).href}`;

const common = {
  rootDir: at(".."),
  roots: ["<rootDir>/test"],
  testEnvironment: at("support/runner/native-environment.cjs"),
  injectGlobals: false,
  moduleFileExtensions: ["ts", "js", "mjs", "cjs", "json", "node"],
  runtime: at("support/runner/native-runtime.cjs"),
  transform: {},
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
  // Modules of `test/` are loaded for each spec file and never let go; a heap of gigabytes is collected slower and slower.
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
