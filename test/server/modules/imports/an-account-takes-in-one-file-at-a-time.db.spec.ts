import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { ImportsStore } from "../../../../server/modules/imports/run/imports.store.js";
import { MINUTE } from "../../../../server/shared/instant.js";
import { type Bench, debtsCsv, openPortfolio } from "../portfolio/support/portfolio-bench.js";

let bench: Bench;

beforeAll(async () => {
  bench = await openPortfolio();
});
afterAll(() => bench.close());

it("refuses a second one, and takes over from a process that died", async () => {
  const store = bench.app.get(ImportsStore);
  const first = await store.start(bench.accountId, { kind: "debts", mode: "delta", fileName: "a.csv", actor: "user:1" });
  await expect(bench.importText(debtsCsv({}))).rejects.toMatchObject({ kind: "conflict", code: "import.running" });
  expect(await bench.importText(debtsCsv({}), "debts", bench.otherAccountId)).toMatchObject({ created: 1 });

  await bench.clock.runFor(11 * MINUTE);
  expect(await bench.importText(debtsCsv({}))).toMatchObject({ created: 1 });
  expect((await store.byPublicId(bench.accountId, first.public_id)).status).toBe("failed");
  // The dead one was only slow: it may write nothing more.
  const counts = { created: 1, updated: 0, unchanged: 0, rejected: 0 };
  const late = bench.db.inUnitOfWork("test", () => store.advance(first, counts));
  await expect(late).rejects.toMatchObject({ code: "import.stopped" });
});

it("names the missing columns, and what is wrong with the file", async () => {
  await expect(bench.importText("a,b\n1,2")).rejects.toMatchObject({
    code: "import.columns_missing",
    detail: { params: { columns: "external_id, name, reference, currency, due_date, balance" } },
  });
  await expect(bench.importText("  \n")).rejects.toMatchObject({ code: "import.empty" });
  await expect(bench.importText("PK\u0003\u0004\0\0")).rejects.toMatchObject({ code: "import.not_csv" });
  await expect(bench.importText("nombre,referencia\nJos\ufffd,1")).rejects.toMatchObject({ code: "import.encoding" });
  await expect(bench.importText(`${debtsCsv({})}\n${"x".repeat(131_073)}`)).rejects.toMatchObject({ code: "import.broken" });
});
