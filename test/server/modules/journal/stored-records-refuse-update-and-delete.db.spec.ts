import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { journalGuards } from "../../../../server/modules/journal/journal-guards.plan.js";
import { migrate } from "../../../../server/platform/database/migrate.js";
import { testDialect } from "../../../support/database.js";
import { type JournalBench, openJournal } from "./support/journal-bench.js";

let bench: JournalBench;
beforeAll(async () => {
  bench = await openJournal({ guarded: true });
});
afterAll(() => bench.close());

test("the database itself refuses to change or delete a record, and still takes new ones", async () => {
  await bench.addRecords(2);
  await expect(bench.meddle("update journal_record set actor = 'host' where seq = 1")).rejects.toThrow("never changed or deleted");
  await expect(bench.meddle("delete from journal_record where seq = 2")).rejects.toThrow("never changed or deleted");
  await bench.addRecords(1);
  // Every start of the server installs the guards again.
  await migrate(bench.ports.orm, journalGuards(testDialect()));
  await expect(bench.meddle("delete from journal_record where seq = 3")).rejects.toThrow("never changed or deleted");
  expect(await bench.verifier.verify(bench.account.id)).toMatchObject({ ok: true, records: 3 });
});
