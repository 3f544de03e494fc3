import { existsSync } from "node:fs";
import { run } from "./process.mjs";

const tsc = (project, cache) => ["tsc", "-p", project, "--noEmit", "--tsBuildInfoFile", `node_modules/.cache/tsc/${cache}.tsbuildinfo`];

/** Everything that judges the sources without running them; each is one test. */
const CHECKS = {
  format: () => [["oxfmt", "--check"]],
  lint: () => [["oxlint", "--type-aware", "--deny-warnings"]],
  // The tests see the DOM, the server must not: two programs.
  types: () => [
    tsc("tsconfig.json", "check-server"),
    tsc("test/tsconfig.json", "check-test"),
    ...(existsSync("admin-ui/tsconfig.json") ? [["vue-tsc", "--noEmit", "-p", "admin-ui/tsconfig.json"]] : []),
  ],
  boundaries: () => [
    ["depcruise", "--config", ".dependency-cruiser.mjs", ...["server", "migrations", "admin-ui/src", "test"].filter(existsSync)],
  ],
  "build-server": () => [["node", ".ci/build.mjs", "--quiet", "--server"]],
  "build-panel": () => [["node", ".ci/build.mjs", "--quiet", "--panel"]],
};

export const CHECK_NAMES = Object.keys(CHECKS).filter((name) => !name.startsWith("build-"));

/** @returns {Promise<{ passed: number, failed: number, skipped: number }>} */
export async function check(name) {
  const results = await Promise.all(CHECKS[name]().map((command) => run(command, { capture: true })));
  const failures = results.filter(({ ok }) => !ok);
  for (const { output } of failures) console.error(output.trim());
  return failures.length === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
}
