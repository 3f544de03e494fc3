import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { entities } from "../../../../server/entities.js";
import { Holds } from "../../../../server/modules/portfolio/index.js";
import { type Bench, debtsCsv, openPortfolio, payment } from "../portfolio/support/portfolio-bench.js";

const SECRETS = [
  "Zacarías",
  "Zacarias",
  "zacarias",
  "Quintanilla",
  "quintanilla",
  "3001234567",
  "300 123 4567",
  "79555444",
  "79.555.444",
  "llamar a su hermana",
];
let bench: Bench;

beforeAll(async () => {
  bench = await openPortfolio();
});
afterAll(() => bench.close());

it("holds none after imports, refused rows, payments, notes and searches", async () => {
  const zacarias = { name: "Zacarías Quintanilla", document: "79.555.444" };
  await bench.importText(debtsCsv(zacarias, { ...zacarias, external_id: "C-2", reference: "F-2", due_date: "Quintanilla" }));
  const paid = await bench.payments.record(bench.accountId, payment(), "hand", bench.actor);
  await bench.payments.reverse(bench.accountId, paid.public_id, "llamar a su hermana", bench.actor);
  const [debtor] = await bench.dump("debtor");
  await bench.app
    .get(Holds)
    .place(bench.accountId, { debtorId: Number(debtor!["id"]), reason: "manual", note: "llamar a su hermana", actor: bench.actor });

  for (const { meta } of entities) {
    const text = JSON.stringify(await bench.db.rows(`select * from ${meta.tableName}`));
    for (const secret of SECRETS) expect(text.includes(secret) ? `${meta.tableName}: ${secret}` : "").toBe("");
  }
  const clear = JSON.stringify(bench.entries.map(({ payload }) => payload));
  for (const secret of SECRETS) expect(clear).not.toContain(secret);
});
