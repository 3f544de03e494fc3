import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { registerKpi } from "../../../server/commands/kpi.command.js";
import { DAY, toIso } from "../../../server/shared/instant.js";
import { debtsFile } from "../../support/debts-file.js";
import { type Desk, openDesk } from "../../support/desk.js";
import { runSaldo } from "./support/run-saldo.js";

/** 1,500 are overdue; 300 come on Friday and are taken back on Saturday, 500 stay. */
let desk: Desk;
let friday: string;
beforeAll(async () => {
  desk = await openDesk({
    ticks: "none",
    debts: debtsFile([
      { id: "Ana", reference: "F-1", balance: "1000.00", dueDate: "2026-11-08" },
      { id: "Beto", reference: "F-2", balance: "500.00", dueDate: "2026-11-18" },
    ]),
  });
  const pay = (externalId: string, debtReference: string, amount: string) =>
    desk.admin.call<{ id: string }>("POST", "/api/payments", {
      externalId,
      debtReference,
      amount,
      currency: "COP",
      valueDate: "2026-11-20",
    });
  const { id } = await pay("P-1", "F-1", "300.00");
  await pay("P-2", "F-2", "500.00");
  friday = toIso(desk.clock.now());
  await desk.clock.runFor(DAY);
  await desk.admin.call("POST", `/api/payments/${id}/reverse`, { reason: "devuelto por el banco" });
});
afterAll(() => desk?.close());

const explain = (...words: string[]) => runSaldo(desk, [registerKpi], ["kpi", "explain", ...words]);
const month = ["--from", "2026-11-01", "--to", "2026-11-30"];

test("its definition, each part above and below the line, and what they come to", async () => {
  const { out, code } = await explain("recovery.period", ...month);
  expect(code).toBe(0);
  expect(out).toContain("(recovery.period)");
  expect(out).toContain("2026-11-01 to 2026-11-30 in America/Bogota");
  expect(out).toMatch(/above the line {2}\+ .*: COP 500\.00\n/);
  expect(out).toMatch(/below the line {2}\+ .*: COP 1500\.00\n/);
  expect(out).toContain("= 33.3 COP %");
});

test("as it was known on Friday, for a tool", async () => {
  const { out } = await explain("recovery.period", ...month, "--as-of", friday, "--json");
  const told = JSON.parse(out) as { terms: { side: string; measure: string; counted: object[] }[]; values: object[] };
  expect(told.terms.find(({ measure }) => measure === "cash.recovered")).toMatchObject({
    side: "above",
    counted: [{ currency: "COP", total: 80_000, text: "800.00" }],
  });
  expect(told.values).toMatchObject([{ state: "value", text: "53.3", numerator: "80000", denominator: "150000" }]);
});

test("what has no figure says why; what there is not is refused in words", async () => {
  expect((await explain("promises.kept.count", ...month)).out).toContain("no figure: ");
  await expect(explain("nothing")).rejects.toMatchObject({ code: "figures.metric_unknown" });
  await expect(explain("recovery.period", "--as-of", "2031-01-01T00:00:00Z")).rejects.toMatchObject({ code: "kpi.in_the_future" });
  await expect(explain("recovery.period", "--from", "2026-11-30", "--to", "2026-11-01")).rejects.toMatchObject({
    code: "figures.period_backwards",
  });
});
