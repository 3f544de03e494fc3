// What `npm test` runs: the checks, the build, then the suite on SQLite, on MySQL with Redis, and in a browser.
//   npm test                         everything
//   npm test -- PATTERN…             only spec files whose path matches, in every project that has one
//   npm test -- --project=sqlite     only these projects (unit, sqlite, mysql, browser); may be repeated
//   npm run check                    only format, lint, types and boundaries
import { parseArgs } from "node:util";
import { check, CHECK_NAMES } from "./runner/checks.mjs";
import { runJest, specsOf } from "./runner/jest.mjs";
import { buildNeededBy } from "./runner/needs.mjs";
import { Report } from "./runner/report.mjs";
import { ServicesMissing, startServices } from "./services/index.mjs";

/** Jest runs in order: the projects of each, and the services they need. */
const LEGS = [
  { projects: ["unit", "sqlite"], services: [] },
  { projects: ["mysql"], services: ["mysql", "redis"] },
  { projects: ["browser"], services: ["chromium"] },
];

const built = new Set();
const { onlyChecks, projects, patterns } = readArguments();
const report = new Report();

if (onlyChecks || (projects.length === 0 && patterns.length === 0)) {
  for (const name of CHECK_NAMES) await report.stage(name, () => check(name));
}
if (!onlyChecks) {
  for (const leg of LEGS) await runLeg(leg);
}
process.exitCode = report.finish();

async function runLeg({ projects: all, services }) {
  const wanted = projects.length === 0 ? all : all.filter((project) => projects.includes(project));
  const specs = wanted.length === 0 ? [] : await specsOf(wanted, patterns);
  if (specs.length === 0) return;
  await buildFor(specs);
  await report.stage(wanted.join(" + "), async () => {
    let started;
    try {
      started = await startServices(services);
    } catch (error) {
      if (process.env.CI || !(error instanceof ServicesMissing)) throw error;
      report.warn(`SKIPPED: ${wanted.join(" and ")}. ${error.message}`);
      return { passed: 0, failed: 0, skipped: 1 };
    }
    try {
      return await runJest(wanted, patterns, started.env);
    } finally {
      await started.stop();
    }
  });
}

/** Most specs run from the sources; those that start processes need the server built, those that open the panel also the panel. */
async function buildFor(specs) {
  const needed = new Set(specs.flatMap((path) => buildNeededBy(path)));
  for (const part of ["server", "panel"]) {
    if (!needed.has(part) || built.has(part)) continue;
    built.add(part);
    await report.stage(`build of the ${part}`, () => check(`build-${part}`));
  }
}

function readArguments() {
  const known = LEGS.flatMap((leg) => leg.projects);
  try {
    const { values, positionals } = parseArgs({
      options: { only: { type: "string" }, project: { type: "string", multiple: true, default: [] } },
      allowPositionals: true,
    });
    if (values.only !== undefined && values.only !== "check") throw new Error(`--only knows "check", not "${values.only}"`);
    const unknown = values.project.find((name) => !known.includes(name));
    if (unknown !== undefined) throw new Error(`--project knows ${known.join(", ")}, not "${unknown}"`);
    return { onlyChecks: values.only === "check", projects: values.project, patterns: positionals };
  } catch (error) {
    console.error(error.message);
    process.exit(2);
  }
}
