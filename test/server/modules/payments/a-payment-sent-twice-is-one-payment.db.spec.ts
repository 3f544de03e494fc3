import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { type Bench, debtsCsv, openPortfolio, payment } from "../portfolio/support/portfolio-bench.js";

let bench: Bench;

beforeAll(async () => {
  bench = await openPortfolio();
  await bench.importText(debtsCsv({}));
});
afterAll(() => bench.close());

it("records it once, even when both arrive together", async () => {
  const record = () => bench.payments.record(bench.accountId, payment(), "api", bench.actor);
  const [first, second] = await Promise.all([record(), record()]);
  const third = await record();
  expect(new Set([first.public_id, second.public_id, third.public_id]).size).toBe(1);
  expect(await bench.balances()).toEqual({ "F-1": "50000 open" });
  expect(bench.entries.filter(({ type }) => type === "payment.received")).toHaveLength(1);
});

it("refuses other contents under the same id", async () => {
  await expect(bench.payments.record(bench.accountId, payment({ amountMinor: 1 }), "api", bench.actor)).rejects.toMatchObject({
    kind: "conflict",
    code: "payment.different",
  });
  expect(await bench.balances()).toEqual({ "F-1": "50000 open" });
});

it("knows it again in a file, and refuses only the row that differs", async () => {
  const file =
    "id pago;factura;valor;moneda;fecha\nP-1;F-1;300,00;COP;19/11/2026\nP-2;F-1;100,00;COP;20/11/2026\nP-2;F-1;100,00;COP;20/11/2026\nP-1x;;1;COP;20/11/2026";
  expect(await bench.importText(file, "payments")).toMatchObject({ created: 1, updated: 0, unchanged: 1, rejected: 2 });
  expect(await bench.importText(file, "payments")).toMatchObject({ created: 0, updated: 0, unchanged: 2, rejected: 2 });
  expect(await bench.balances()).toEqual({ "F-1": "40000 open" });
});

it("is another payment for another account", async () => {
  const other = await bench.payments.record(bench.otherAccountId, payment(), "api", bench.otherActor);
  expect(other.status).toBe("unidentified");
  expect(await bench.balances()).toEqual({ "F-1": "40000 open" });
});
