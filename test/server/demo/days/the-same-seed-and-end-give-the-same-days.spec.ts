import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "@jest/globals";
import { check } from "../../../../server/demo/check.js";

const folder = mkdtempSync(join(tmpdir(), "saldo-same-"));
const room = 20 * Number(process.env["JEST_WORKER_ID"] ?? 0);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function traceOf(seed: number): Promise<string> {
  const days = { days: 5, debtors: 40, seed, end: "2026-11-20", json: false, nodeEnv: "test" };
  const { trace, recording } = await check(
    { ...days, port: 5500 + room, sandboxPort: 5700 + room, dataDir: join(folder, "demo") },
    () => {},
  );
  expect(recording.received.length).toBeGreaterThan(0);
  return trace;
}

describe("five days of forty debtors", () => {
  it("go the same way twice with one seed, and another way with another", async () => {
    const trace = await traceOf(5);
    expect(await traceOf(5)).toBe(trace);
    expect(await traceOf(6)).not.toBe(trace);
  });
});
