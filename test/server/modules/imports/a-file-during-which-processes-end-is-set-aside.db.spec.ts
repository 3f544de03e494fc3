import { afterEach, beforeEach, expect, it } from "@jest/globals";
import { ImportUploads } from "../../../../server/modules/imports/run/import-upload.store.js";
import { ImportsLane } from "../../../../server/modules/imports/run/imports.lane.js";
import { ImportsStore } from "../../../../server/modules/imports/run/imports.store.js";
import { ImportsView } from "../../../../server/modules/imports/run/imports.view.js";
import { ParkedWork } from "../../../../server/platform/work/parked-work.service.js";
import { MINUTE } from "../../../../server/shared/instant.js";
import { NOBODY_RESTS } from "../../../../server/platform/work/work-rows.js";
import { type Bench, debtsCsv, openPortfolio } from "../portfolio/support/portfolio-bench.js";

let bench: Bench;
beforeEach(async () => {
  bench = await openPortfolio();
});
afterEach(() => bench.close());

const FILE = debtsCsv(
  ...Array.from({ length: 600 }, (_, index) => ({ external_id: `C-${index}`, phone: `30${10_000_000 + index}`, reference: `F-${index}` })),
);

it("after three processes that got no further; the account goes on, and a person can have it tried afresh", async () => {
  const { public_id: publicId } = await leave(FILE);
  for (let attempt = 0; attempt < 3; attempt++) await die();
  await round();
  const aside = await view(publicId);
  expect(aside).toMatchObject({ status: "failed", failure: { code: "import.gave_up" }, rows: 0 });
  expect(bench.entries.at(-1)).toMatchObject({ type: "import.set_aside", payload: { import: publicId, reason: "import.gave_up" } });
  const [parked] = await bench.app.get(ParkedWork).list(bench.accountId, 10);
  expect(parked).toMatchObject({ work: "imports", problem: "import.gave_up" });

  expect(await bench.importText(debtsCsv({ external_id: "D-1", reference: "G-1" }))).toMatchObject({ created: 1 });
  await round();
  expect((await view(publicId)).status).toBe("failed");

  await bench.app.get(ParkedWork).release(bench.accountId, parked!.publicId, bench.actor);
  await bench.clock.runFor(1_000);
  expect(await view(publicId)).toMatchObject({ status: "done", created: 600, failure: null });
  expect(await bench.app.get(ParkedWork).count(bench.accountId)).toBe(0);
});

it("is tried as often as it takes while processes get further, or are told to end", async () => {
  const { public_id: publicId } = await leave(FILE);
  const store = bench.app.get(ImportsStore);
  for (let attempt = 0; attempt < 6; attempt++) {
    const record = (await store.claim(bench.accountId, NOBODY_RESTS))!;
    await (attempt % 2 === 0 ? store.giveBack(record) : bench.db.inUnitOfWork("test", () => store.advance(record, {})));
    await bench.clock.runFor(11 * MINUTE);
  }
  await round();
  expect(await view(publicId)).toMatchObject({ status: "done", created: 600 });
});

it("is not tried afresh while another runs", async () => {
  await leave(FILE);
  for (let attempt = 0; attempt < 3; attempt++) await die();
  await round();
  await leave(debtsCsv({}));
  const [parked] = await bench.app.get(ParkedWork).list(bench.accountId, 10);
  await expect(bench.app.get(ParkedWork).release(bench.accountId, parked!.publicId, bench.actor)).rejects.toMatchObject({
    code: "import.running",
  });
});

/** Left for a process that has not woken yet. */
async function leave(text: string) {
  const content = (async function* () {
    await Promise.resolve();
    yield Buffer.from(text);
  })();
  const { id } = await bench.app.get(ImportUploads).receive(bench.accountId, "a.csv", content);
  const errand = { uploadId: id, order: JSON.stringify({ options: {}, actor: bench.actor }) };
  return bench.app.get(ImportsStore).start(bench.accountId, { kind: "debts", mode: "delta", fileName: "a.csv", actor: "user:1", errand });
}

/** A process that takes it and is heard of no more. */
async function die(): Promise<void> {
  expect(await bench.app.get(ImportsStore).claim(bench.accountId, NOBODY_RESTS)).not.toBeNull();
  await bench.clock.runFor(11 * MINUTE);
}

async function round(): Promise<void> {
  await bench.app.get(ImportsLane).round();
}

function view(publicId: string) {
  return bench.app.get(ImportsView).byPublicId(bench.accountId, publicId);
}
