import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { run } from "./process.mjs";

const JEST = ["node", "node_modules/jest/bin/jest.js"];

function command(projects, patterns, options) {
  const paths = patterns.length > 0 ? ["--", ...patterns] : [];
  return [...JEST, "--config", "test/jest.config.mjs", "--selectProjects", ...projects, ...options, ...paths];
}

/** Paths of the spec files of these projects and patterns: nothing is built or started for nothing. */
export async function specsOf(projects, patterns) {
  const { ok, output } = await run(command(projects, patterns, ["--listTests"]), { capture: true });
  if (!ok) throw new Error(output);
  return output.split("\n").filter((line) => line.endsWith(".spec.ts"));
}

/** Runs Jest projects and counts; a spec file that cannot even be loaded counts as a failed test. */
export async function runJest(projects, patterns, env) {
  const directory = mkdtempSync(join(tmpdir(), "saldo-jest-"));
  const file = join(directory, "result.json");
  try {
    const options = ["--json", `--outputFile=${file}`, "--passWithNoTests"];
    const { ok } = await run(command(projects, patterns, options), { env });
    if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0 };
    const result = JSON.parse(readFileSync(file, "utf8"));
    const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
    return {
      passed: result.numPassedTests,
      failed: ok ? failed : Math.max(1, failed),
      skipped: result.numPendingTests + result.numTodoTests,
      files: result.testResults.map(({ name, startTime, endTime }) => ({
        path: relative("test", name),
        seconds: (endTime - startTime) / 1_000,
      })),
    };
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}
