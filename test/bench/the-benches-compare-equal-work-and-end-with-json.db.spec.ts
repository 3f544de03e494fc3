import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, test } from "@jest/globals";
import { testDialect } from "../support/database.js";

async function bench(...args: string[]): Promise<{ code: number | null; out: string; err: string }> {
  const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", "test/bench/run.mjs", ...args], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said = { out: "", err: "" };
  child.stdout.on("data", (text: Buffer) => (said.out += text.toString()));
  child.stderr.on("data", (text: Buffer) => (said.err += text.toString()));
  const [code] = (await once(child, "close")) as [number | null];
  return { code, ...said };
}

test("a benchmark that does not exist is refused, and those that do are named", async () => {
  const { code, err } = await bench("speed");
  expect(code).toBe(2);
  expect(err).toContain("plan");
  expect(err).toContain("import");
});

// Each run is a process of its own, hence the patience. The benchmarks are about MariaDB. Sizes are tiny and times are not judged: each side must do the same work, and a tool must be able to read the end.
const SMALL: Readonly<Record<string, { readonly options: readonly string[]; readonly ratios: readonly string[] }>> =
  testDialect() === "mysql"
    ? {
        plan: { options: ["--rows", "2000", "--pairs", "1", "--naive", "600"], ratios: ["vsBare", "perDebtSpread", "naiveVsSaldo"] },
        dashboard: {
          options: ["--debts", "2000", "--messages", "6000", "--days", "60", "--back", "20", "--records", "5000", "--rounds", "1"],
          ratios: ["leastVsLive", "pastVsToday", "upkeepVsUpserts"],
        },
        import: { options: ["--rows", "1200", "--pairs", "1"], ratios: ["vsBare"] },
      }
    : {};

for (const [name, { options, ratios }] of Object.entries(SMALL)) {
  test(`${name}: both sides leave the same rows, and the last line is one JSON object`, async () => {
    const { code, out, err } = await bench(name, ...options);
    expect(err).toBe("");
    const last: unknown = JSON.parse(out.trim().split("\n").at(-1) ?? "");
    expect(last).toMatchObject({
      bench: name,
      ratios: Object.fromEntries(ratios.map((ratio) => [ratio, expect.any(Number)])),
      targets: name === "dashboard" ? { leastVsLive: { min: 200 } } : { vsBare: { max: expect.any(Number) }, peakMb: { max: 400 } },
      ok: code === 0,
    });
  });
}
