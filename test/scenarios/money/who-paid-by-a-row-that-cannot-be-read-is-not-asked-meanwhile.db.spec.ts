import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { csv, type MoneyDesk, moneyDesk, row } from "./support.js";

const HEADER = "id pago;factura;id cliente;monto;moneda;fecha";
const payments = (...rows: readonly string[]) => [HEADER, ...rows].join("\n");
/** Rows of a file of payments of which none can be recorded, by the debtor who is said to have paid. */
const UNREADABLE: Readonly<Record<string, string>> = {
  Amount: ";R-Amount;;cien mil;COP;2026-11-19",
  Negative: "P2;R-Negative;;-100000;COP;2026-11-19",
  Currency: "P3;R-Currency;;100000;PESOS;2026-11-19",
  Date: "P4;R-Date;;100000;COP;ayer",
  ByDebtor: "P5;;ByDebtor;?;COP;2026-11-19",
  OtherName: "P6;R-NoSuch;OtherName;?;COP;2026-11-19",
  Shifted: "P7;R-Shifted;;100;000;COP;2026-11-19",
  Repeated: "P8;R-Repeated;;100000;COP;2026-11-19",
};
const NOT_PAID = { Zero: "P9;R-Zero;;0;COP;2026-11-19", Copy: "P10;R-Part;;10000;COP;2026-11-19" };
const names = Object.keys(UNREADABLE);

let desk: MoneyDesk;
beforeAll(async () => {
  desk = await moneyDesk();
  await desk.import(csv(...[...names, "Part", "Zero"].map((id) => row({ id }))));
});
afterAll(() => desk?.close());

test("debts that such rows name are held, those of rows that say nothing more are not", async () => {
  const first = "P8;R-Part;;1000;COP;2026-11-19";
  const file = payments(NOT_PAID.Copy, NOT_PAID.Copy, first, ...Object.values(UNREADABLE), NOT_PAID.Zero);
  const preview = await desk.admin.call<{ held: number }>("POST", "/api/imports/preview", {
    kind: "payments",
    fileName: "p.csv",
    text: file,
  });
  const ended = await desk.import(file, { kind: "payments" });
  expect(ended).toMatchObject({ created: 2, rejected: names.length + 2, held: names.length });
  expect(preview.held).toBe(ended.held);
  await desk.remind();
  expect(names.filter((name) => desk.told(name).length > 0)).toEqual([]);
  expect([desk.told("Part").length, desk.told("Zero").length]).toEqual([1, 1]);
});

test("a debtor's page says why, and the list of the import too", async () => {
  const { items } = await desk.admin.call<{ items: { id: string; status: string }[] }>("GET", "/api/imports");
  const held = await desk.admin.call<{ items: { reference: string; why: string }[] }>("GET", `/api/imports/${items[0]!.id}/held`);
  expect(held.items.map(({ why }) => why)).toEqual(names.map(() => "unreadable_payment"));
});

test("a corrected row frees its debt, and a file of debts frees none: it may not have heard of the payment", async () => {
  expect(await desk.import(csv(...names.map((id) => row({ id }))))).toMatchObject({ released: 0 });
  const ended = await desk.import(payments("P4;R-Date;;40000;COP;2026-11-19", "P5;;ByDebtor;100000;COP;2026-11-19"), { kind: "payments" });
  expect(ended).toMatchObject({ created: 2, released: 2, held: 0 });
  const rows = await desk.db.rows<{ reference: string; balance: number }>(
    `select d.reference, d.balance_minor as balance from hold h join debt d on d.account_id = h.account_id and d.id = h.debt_id
      where h.account_id = ? and h.released_at is not null order by d.reference`,
    [desk.account.id],
  );
  expect(rows).toEqual([
    { reference: "R-ByDebtor", balance: 0 },
    { reference: "R-Date", balance: 6_000_000 },
  ]);
});
