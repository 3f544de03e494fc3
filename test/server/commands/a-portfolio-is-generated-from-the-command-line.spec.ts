import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import { Command } from "commander";
import { afterAll, expect, it } from "@jest/globals";
import { registerGenerate } from "../../../server/commands/generate.command.js";

const folder = mkdtempSync(join(tmpdir(), "saldo-generate-"));
afterAll(() => rmSync(folder, { recursive: true }));

async function saldo(...args: string[]): Promise<{ code: number | undefined; out: string; err: string }> {
  const said = { out: "", err: "" };
  const into = (key: "out" | "err") =>
    new Writable({
      write(chunk: Buffer, _encoding, done) {
        said[key] += chunk.toString();
        done();
      },
    });
  let code: number | undefined;
  const program = new Command().exitOverride().configureOutput({ writeErr: () => {} });
  registerGenerate(program, {
    openApp: () => Promise.reject(new Error("needs no database")),
    out: into("out"),
    err: into("err"),
    nodeEnv: "test",
    exitWith: (given) => void (code = given),
  });
  await program.parseAsync(["generate", ...args], { from: "user" });
  return { code, ...said };
}

it("to standard output or to a file, the same either way", async () => {
  const path = join(folder, "clean.csv");
  const printed = await saldo("--date", "2026-11-20", "--debtors", "20", "--seed", "4", "--countries", "co,br");
  expect(printed).toMatchObject({ code: 0, err: "" });
  expect(printed.out).toMatch(/^external_id,name,/);
  expect(printed.out).not.toContain("MXN");
  expect(await saldo("--date", "2026-11-20", "--debtors", "20", "--seed", "4", "--countries", "CO,BR", "--out", path)).toMatchObject({
    out: "",
  });
  expect(readFileSync(path, "utf8")).toBe(printed.out);
});

it("messy, with a list of what was broken", async () => {
  const [path, list] = [join(folder, "messy.csv"), join(folder, "planted.jsonl")];
  const messy = ["--messy", "bad_rows=20", "delimiter=semicolon", "--planted", list];
  const { code, err } = await saldo("--date", "2026-11-20", "--debtors", "100", "--out", path, ...messy);
  const rows = readFileSync(path, "utf8").split("\n");
  const planted = readFileSync(list, "utf8").trim().split("\n");
  expect([code, err]).toEqual([0, expect.stringMatching(/^Rows broken or repeated on purpose: \d+ \w+,/)]);
  expect(rows[0]).toMatch(/^external_id;name;/);
  for (const one of planted) {
    const { line, value } = JSON.parse(one) as { line: number; value: string };
    expect(rows[line - 1]).toContain(value);
  }
});

it("never over a file that is there, nor with a mess it does not know", async () => {
  const path = join(folder, "twice.csv");
  await saldo("--date", "2026-11-20", "--debtors", "1", "--out", path);
  const written = readFileSync(path, "utf8");
  const again = await saldo("--date", "2026-11-20", "--debtors", "2", "--out", path);
  expect(again).toMatchObject({ code: 2, err: `${path} exists already; name a new file.\n` });
  expect(readFileSync(path, "utf8")).toBe(written);
  const unknown = await saldo("--date", "2026-11-20", "--messy", "smell");
  expect(unknown).toMatchObject({ code: 2, out: "", err: expect.stringContaining('There is no mess called "smell". Known: encoding,') });
});

it.each([["--date", "2026-02-30"], ["--debtors", "0"], ["--seed", "x"], ["--countries", "CO,AR"], []])(
  "not with %s %s",
  async (...args) => {
    const dated = args[0] === "--date" || args.length === 0 ? args : ["--date", "2026-11-20", ...args];
    await expect(saldo(...dated.filter(Boolean))).rejects.toMatchObject({ code: expect.stringMatching(/^commander\./) });
  },
);
