import { afterEach, beforeEach, expect, it } from "@jest/globals";
import { sourceFromText } from "../../../../server/modules/imports/file/csv-source.adapter.js";
import { ImportUploads } from "../../../../server/modules/imports/run/import-upload.store.js";
import { ImportsStore } from "../../../../server/modules/imports/run/imports.store.js";
import { ImportsView } from "../../../../server/modules/imports/run/imports.view.js";
import { ImportsLane } from "../../../../server/modules/imports/run/imports.lane.js";
import { DAY, MINUTE } from "../../../../server/shared/instant.js";
import { NOBODY_RESTS } from "../../../../server/platform/work/work-rows.js";
import { type Bench, debtsCsv, openPortfolio } from "../portfolio/support/portfolio-bench.js";

let bench: Bench;
beforeEach(async () => {
  bench = await openPortfolio();
});
afterEach(() => bench.close());

/** Three chunks of 500 and one of 1; the last row repeats the first. */
const ROWS = 1_501;
const FILE = debtsCsv(
  ...Array.from({ length: ROWS - 1 }, (_, index) => ({
    external_id: `C-${index}`,
    phone: `30${10_000_000 + index}`,
    reference: `F-${index}`,
  })),
  { external_id: "C-0", reference: "F-0" },
);

it("answers at once, and is in a moment later", async () => {
  const started = await leave(FILE);
  expect(started.status).toBe("running");
  await bench.clock.runFor(1_000);
  expect(await view(started.public_id)).toMatchObject({
    status: "done",
    rows: ROWS,
    total: ROWS,
    created: ROWS - 1,
    rejected: 1,
    failure: null,
  });
});

it("counts nothing twice when another process goes on, and remembers what the rows before said", async () => {
  const { public_id: publicId } = await leaveUnseen(FILE);
  const store = bench.app.get(ImportsStore);
  // What a process had taken in when it died in the second chunk.
  const first = (await store.claim(bench.accountId, NOBODY_RESTS))!;
  await bench.db.inUnitOfWork("test", () =>
    bench.db.run("update portfolio_import set slot = null where account_id = ?", [bench.accountId]),
  );
  const part = FILE.split("\n").slice(0, 501).join("\n");
  await bench.importText(part);
  await bench.db.inUnitOfWork("test", async () => {
    await bench.db.run("update portfolio_import set slot = 1 where account_id = ? and id = ?", [bench.accountId, first.id]);
    await store.advance(first, { created: 500 });
  });
  expect(await store.claim(bench.accountId, NOBODY_RESTS)).toBeNull();
  await bench.clock.runFor(11 * MINUTE);
  await bench.app.get(ImportsLane).round();
  expect(await view(publicId)).toMatchObject({ status: "done", rows: ROWS, created: ROWS - 1, updated: 0, unchanged: 0, rejected: 1 });
  // The one taken for dead was only slow.
  await expect(bench.db.inUnitOfWork("test", () => store.advance(first, { created: 1 }))).rejects.toMatchObject({ code: "import.stopped" });
});

it("stops between two chunks when it is cancelled; what is in stays, and another file may come", async () => {
  const { public_id: publicId, id } = await leaveUnseen(FILE);
  let seen = 0;
  const store = bench.app.get(ImportsStore);
  const advance = store.advance.bind(store);
  store.advance = async (record, progress) => {
    await advance(record, progress);
    if (record.id === id && ++seen === 2)
      bench.db.afterCommit(async () => void (await bench.imports.cancel(bench.accountId, publicId, bench.actor)));
  };
  await bench.app.get(ImportsLane).round();
  expect(await view(publicId)).toMatchObject({ status: "cancelled", rows: 1_000, created: 1_000, total: ROWS });
  expect(bench.entries.at(-1)).toMatchObject({ type: "import.cancelled", payload: { created: 1_000 } });
  await expect(bench.imports.cancel(bench.accountId, publicId, bench.actor)).rejects.toMatchObject({ code: "import.not_running" });
  expect(await bench.importText(debtsCsv({ reference: "F-0", external_id: "C-0", phone: "3010000000" }))).toMatchObject({ rejected: 0 });
});

it("a file that cannot be taken in is an import that failed, with what to do", async () => {
  const { public_id: publicId } = await leave("a,b\n1,2");
  await bench.clock.runFor(1_000);
  expect(await view(publicId)).toMatchObject({
    status: "failed",
    failure: { code: "import.columns_missing", remedy: expect.stringContaining("columns") },
  });
});

it("keeps a file sent ahead for a day, or seven after its import, and nothing of it in clear", async () => {
  const uploads = bench.app.get(ImportUploads);
  const content = Buffer.from(debtsCsv({}).repeat(20_000));
  const unused = await uploads.receive(bench.accountId, "cartera.csv", pieces(content, 70_001));
  expect(unused.bytes).toBe(content.length);
  const source = await uploads.peek(bench.accountId, unused.public_id);
  expect(Buffer.from(await source.bytes!.slice(524_200, 300)).equals(content.subarray(524_200, 524_500))).toBe(true);
  let text = "";
  for await (const piece of source.open()) text += piece;
  expect(text === content.toString()).toBe(true);
  const stored = await bench.db.rows<{ body_sealed: string }>("select body_sealed from import_upload_piece where account_id = ?", [
    bench.accountId,
  ]);
  expect(
    stored.some(
      ({ body_sealed }) => body_sealed.includes("Ana Pérez") || body_sealed.includes(Buffer.from("C-1,Ana P").toString("base64url")),
    ),
  ).toBe(false);
  await expect(uploads.peek(bench.otherAccountId, unused.public_id)).rejects.toMatchObject({ code: "upload.not_found" });

  const used = await uploads.receive(bench.accountId, "otra.csv", pieces(content, 1_000_000));
  await uploads.take(bench.accountId, used.public_id);
  await bench.clock.runFor(DAY + MINUTE);
  await uploads.forget(bench.accountId);
  await expect(uploads.peek(bench.accountId, unused.public_id)).rejects.toMatchObject({ code: "upload.not_found" });
  await uploads.peek(bench.accountId, used.public_id);
  await bench.clock.runFor(6 * DAY);
  await uploads.forget(bench.accountId);
  expect(await bench.dump("import_upload_piece")).toEqual([]);
  await expect(uploads.receive(bench.accountId, "nada.csv", pieces(Buffer.alloc(0), 1))).rejects.toMatchObject({ code: "upload.empty" });
});

function leave(text: string) {
  return bench.imports.leave(bench.accountId, "debts", sourceFromText("a.csv", text), null, { options: {}, actor: bench.actor });
}

/** Left for a process that has not woken yet. */
async function leaveUnseen(text: string) {
  const { id } = await bench.app.get(ImportUploads).receive(bench.accountId, "a.csv", pieces(Buffer.from(text), 65_536));
  const errand = { uploadId: id, order: JSON.stringify({ options: {}, actor: bench.actor }) };
  return bench.app.get(ImportsStore).start(bench.accountId, { kind: "debts", mode: "delta", fileName: "a.csv", actor: "user:1", errand });
}

function view(publicId: string) {
  return bench.app.get(ImportsView).byPublicId(bench.accountId, publicId);
}

async function* pieces(content: Buffer, length: number): AsyncGenerator<Uint8Array> {
  await Promise.resolve();
  for (let at = 0; at < content.length; at += length) yield content.subarray(at, at + length);
}
