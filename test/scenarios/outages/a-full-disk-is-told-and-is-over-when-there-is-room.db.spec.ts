import { statSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { testDialect } from "../../support/database.js";
import { debtsFile } from "../../support/debts-file.js";
import { type Desk, openDesk, TOKENS } from "../../support/desk.js";
import { type SmallDisk, smallDisk } from "../../support/small-disk.js";
import { Caller } from "../support/caller.js";

const disk: SmallDisk | null = testDialect() === "sqlite" ? smallDisk(16) : null;
const onSmallDisk = disk ? test : test.skip;
const FILE = debtsFile([{ id: "C-1", name: "Ana", phone: "+573005550001", reference: "CH-1" }]);

let desk: Desk;
let admin: Caller;
beforeAll(async () => {
  if (!disk) return;
  desk = await openDesk({ debts: FILE, environment: { SALDO_DATABASE_URL: `sqlite:${join(disk.path, "saldo.sqlite")}` } });
  admin = await Caller.person(desk.url, desk.account.publicId, TOKENS.admin);
});
afterAll(() => disk?.unmount());

onSmallDisk("the database's files are the owner's alone", () => {
  for (const name of ["saldo.sqlite", "saldo.sqlite-wal", "saldo.sqlite-shm"])
    expect([name, (statSync(join(disk!.path, name)).mode & 0o777).toString(8)]).toEqual([name, "600"]);
});

onSmallDisk("while it is full, what writes answers 503 with what to do, what reads goes on, and readiness says why", async () => {
  disk!.fill();
  const big = await holds(60);
  expect(big.filter(({ status }) => status === 503).length).toBeGreaterThan(0);
  expect(big.find(({ status }) => status === 503)?.json).toMatchObject({ code: "database.full", remedy: expect.any(String) });
  expect(big.filter(({ status }) => status !== 503 && status !== 200)).toEqual([]);
  expect(await admin.call("GET", "/api/ready")).toMatchObject({
    status: 503,
    json: { status: "down", database: false, queue: true, reason: "database.full" },
  });
  expect(await admin.call("GET", "/api/health")).toMatchObject({ status: 200, json: { status: "ok" } });
  expect((await admin.call("GET", "/api/debtors")).status).toBe(200);
});

onSmallDisk("as soon as there is room, it is ready again and writes, and the journal has no gap", async () => {
  disk!.free();
  expect(await admin.call("GET", "/api/ready")).toMatchObject({ status: 200, json: { status: "ok", database: true, reason: null } });
  expect((await holds(2)).map(({ status }) => status)).toEqual([200, 200]);
  await desk.clock.runFor(10_000);
  expect((await admin.call("GET", "/api/journal/verify")).json).toMatchObject({ ok: true });
});

onSmallDisk("told to end while it is full, it ends", async () => {
  disk!.fill();
  await holds(60);
  await desk.close();
});

/** Writes with some bulk, one after the other, and what each was answered. */
async function holds(count: number) {
  const answers = [];
  const { items } = (await admin.call("GET", "/api/debtors")).json as { items: { id: string }[] };
  for (let one = 0; one < count; one++) {
    answers.push(
      await admin.call("POST", `/api/debtors/${items[0]!.id}/holds`, { body: { reason: "manual", note: `${one} ${"larga ".repeat(60)}` } }),
    );
  }
  return answers;
}
