import { afterAll, beforeAll, expect, it } from "@jest/globals";
import type { AttentionItem } from "../../../../../server/contract/kpis/overview.contract.js";
import type { LongCasesView } from "../../../../../server/contract/kpis/long-cases.contract.js";
import { DAY, HOUR, SECOND } from "../../../../../server/shared/instant.js";
import { JobQueue } from "../../../../../server/platform/queue/job-queue.js";
import { debtsFile } from "../../../../support/debts-file.js";
import { type Desk, openDesk, TOKENS } from "../../../../support/desk.js";

const ANA = "+573001110001";
let desk: Desk;
beforeAll(async () => {
  desk = await openDesk({
    ticks: "none",
    debts: debtsFile([
      { id: "Ana", reference: "F-1", phone: ANA },
      { id: "Beto", reference: "F-2", dueDate: "2026-02-31" },
    ]),
  });
});
afterAll(() => desk?.close());

const attention = async () => (await desk.admin.call<{ items: AttentionItem[] }>("GET", "/api/overview/attention")).items;

it("a file that was refused in part is named, and says where it is mended", async () => {
  expect(await attention()).toEqual([
    { code: "import_rejected", level: "warn", count: 1, of: 2, subject: "debts.csv", since: "2026-11-20T15:00:05.000Z", page: "imports" },
  ]);
});

it("a payment that nobody could place is somebody's to look at, on the list of just those", async () => {
  const payment = { externalId: "P-1", debtReference: "NOBODY-KNOWS", amount: "10.00", currency: "COP", valueDate: "2026-11-20" };
  await desk.admin.call("POST", "/api/payments", payment);
  expect((await attention())[0]).toMatchObject({ code: "payments_unplaced", level: "warn", count: 1, page: "payments" });
});

it("whoever waits for a person comes first", async () => {
  await desk.turnOn();
  for (const lane of ["listing", "dispatch"] as const) {
    await desk.app.get(JobQueue).wake(lane);
    await desk.clock.runFor(SECOND);
  }
  await desk.clock.runFor(HOUR);
  desk.sandbox.playDebtor({ accountId: 1, phone: ANA, text: "Hablar con un asesor" });
  await desk.clock.runFor(HOUR);
  const items = await attention();
  expect(items.map(({ code, level }) => [code, level])).toEqual([
    ["cases_waiting", "bad"],
    ["payments_unplaced", "warn"],
    ["import_rejected", "warn"],
  ]);
  expect(items[0]).toMatchObject({ count: 1, page: "today", since: expect.stringContaining("2026-11-20T16:0") });
});

it("what has waited a week is a long case, and says for whose answer; other agents do not learn whose it is", async () => {
  const long = async (of = desk.admin) => of.call<LongCasesView>("GET", "/api/overview/long-cases?lang=es");
  await desk.clock.runFor(6 * DAY + 20 * HOUR);
  expect(await long()).toMatchObject({ total: 0, items: [] });
  await desk.clock.runFor(DAY);
  expect(await long()).toMatchObject({
    total: 1,
    causes: [{ cause: "answer", count: 1, longest: 7 }],
    items: [{ debtor: expect.any(String), cause: "answer", days: 7, owner: "user:3", ownerHidden: false }],
  });
  const { items } = await long(await desk.signIn(TOKENS.agent));
  expect(items).toMatchObject([{ cause: "answer", owner: null, ownerHidden: true }]);
});
