import { existsSync } from "node:fs";
import { readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Writable } from "node:stream";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { Command } from "commander";
import type { INestApplicationContext } from "@nestjs/common";
import { registerAudit } from "../../../../server/commands/audit.command.js";
import { JournalService } from "../../../../server/modules/journal/journal.service.js";
import { MasterKeys } from "../../../../server/platform/crypto/keys.js";
import { type JournalBench, openJournal, TESTER } from "./support/journal-bench.js";

let bench: JournalBench;
const at = (name: string) => join(bench.config.dataDir, name);

beforeAll(async () => {
  bench = await openJournal();
  const debtor = await bench.addDebtor();
  for (let round = 0; round < 3; round++) {
    await bench.db.inUnitOfWork("test", async () => {
      for (let n = 0; n < 400; n++) {
        const entry = { type: "thing.said", version: 1, actor: TESTER, payload: { n, amount: { minor: 12_50, currency: "COP" } } };
        bench.journal.append(bench.account.id, n % 2 === 0 ? entry : { ...entry, debtorId: debtor.id, personal: { text: `¿ya? ${n} 🙂` } });
      }
    });
    await bench.checkpoints.sign(bench.account.id);
  }
});
afterAll(() => bench.close());

/** Runs `saldo audit …` in this process. Without `open` the application must not be opened. */
async function audit(args: readonly string[], open: "offline" | "online" = "online") {
  let out = "";
  let err = "";
  let code = -1;
  const sink = (take: (text: string) => void) =>
    new Writable({
      write(chunk: Buffer, _encoding, done) {
        take(chunk.toString());
        done();
      },
    });
  const services = new Map<unknown, unknown>([
    [JournalService, bench.service],
    [MasterKeys, bench.masterKeys],
  ]);
  const program = new Command().exitOverride();
  registerAudit(program, {
    openApp: async () => {
      if (open === "offline") throw new Error("the application was opened");
      return { get: (token: unknown) => services.get(token), close: async () => {} } as unknown as INestApplicationContext;
    },
    out: sink((text) => (out += text)),
    err: sink((text) => (err += text)),
    nodeEnv: "test",
    exitWith: (with_) => void (code = with_),
  });
  await program.parseAsync(["audit", ...args], { from: "user" });
  return { out, err, code };
}

test("a written export verifies without database and keys, against every checkpoint kept outside", async () => {
  const { account } = bench;
  expect(await audit(["export", "--account", account.publicId, "--out", at("one.jsonl")])).toMatchObject({ code: 0, err: "" });
  expect((await stat(at("one.jsonl"))).mode & 0o777).toBe(0o600);
  const verified = await audit(["verify", at("one.jsonl"), "--json"], "offline");
  // 3 × 400 records, three checkpoints on record, the export, and the checkpoint at the export.
  expect(JSON.parse(verified.out)).toMatchObject({ ok: true, records: 1_204, checkpoints: 4, signedUpTo: 1_204, erased: 0 });
  expect(verified.code).toBe(0);
  for (const seq of [400, 801, 1_202, 1_204]) {
    const file = join(bench.config.dataDir, "checkpoints", account.publicId, `${seq}.json`);
    expect(await audit(["verify", at("one.jsonl"), "--against", file], "offline")).toMatchObject({ code: 0 });
  }
});

test("the published key and the export belong together", async () => {
  const { out } = await audit(["key", "--json"]);
  const { fingerprint, publicKey } = JSON.parse(out) as { fingerprint: string; publicKey: string };
  expect((await audit(["verify", at("one.jsonl"), "--key", fingerprint], "offline")).out).toContain(`Signed with key: ${fingerprint}`);
  expect((await audit(["verify", at("one.jsonl"), "--key", publicKey], "offline")).code).toBe(0);
  expect((await audit(["verify", at("one.jsonl"), "--key", "0".repeat(64)], "offline")).code).toBe(1);
});

test("a changed line is named", async () => {
  const lines = (await readFile(at("one.jsonl"), "utf8")).split("\n");
  await writeFile(at("changed.jsonl"), lines.with(10, lines[10]!.replace("¿ya?", "¿no?")).join("\n"));
  const { out, code } = await audit(["verify", at("changed.jsonl")], "offline");
  expect(out).toContain("NOT VERIFIED. Line 11 (record 10): the personal part of record 10 was altered");
  expect(code).toBe(1);
});

test("the journal in the database verifies at the command line, which is itself on record, and a meddled one does not", async () => {
  const { account } = bench;
  expect(await audit(["verify"])).toMatchObject({ code: 0, out: expect.stringContaining(`Verified: account ${account.publicId}`) });
  const [last] = await bench.reader.newest(account.id, {}, 1);
  expect(last).toMatchObject({ type: "journal.verified", actor: "system:command-line", payload: { ok: true, problem: null } });

  await bench.meddle("update journal_record set personal_sealed = '1.AAAA' where account_id = ? and seq = 12", [account.id]);
  const live = await audit(["verify", "--account", account.publicId, "--json"]);
  expect(JSON.parse(live.out)).toMatchObject({
    accounts: [{ account: account.publicId, ok: false, firstBad: { seq: 12, code: "personal_altered" } }],
  });
  expect(live.code).toBe(1);

  // Damage does not pass for erasure in an export either.
  await audit(["export", "--account", account.publicId, "--out", at("meddled.jsonl")]);
  expect(JSON.parse((await audit(["verify", at("meddled.jsonl"), "--json"], "offline")).out)).toMatchObject({
    ok: false,
    firstBad: { seq: 12, code: "personal_altered" },
  });
});

test("what cannot be done is said, with another exit code", async () => {
  const { account } = bench;
  expect(await audit(["verify", at("nowhere.jsonl")], "offline")).toMatchObject({ code: 2, err: expect.stringContaining("ENOENT") });
  expect(await audit(["verify", at("one.jsonl"), "--against", at("one.jsonl")], "offline")).toMatchObject({
    code: 2,
    err: expect.stringContaining("not a checkpoint"),
  });
  expect(await audit(["export", "--account", account.publicId, "--out", at("one.jsonl")])).toMatchObject({
    code: 2,
    err: expect.stringContaining("EEXIST"),
  });
  expect(await audit(["export", "--account", "nobody", "--out", at("two.jsonl")])).toMatchObject({
    code: 2,
    err: expect.stringContaining("no account"),
  });
  expect(existsSync(at("two.jsonl"))).toBe(false);
  expect(await audit(["verify", "--account", "nobody"])).toMatchObject({ code: 2 });
});
