import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { Caller } from "../support/caller.js";
import { plannedDesk, type PlannedDesk } from "../support/planned-desk.js";

const DEBTORS = ["by-hand", "by-api", "by-file", "in-two", "in-part", "taken-back"] as const;
const NAMES = ["Ana", "Berta", "Carla", "Dora", "Elsa", "Flor"];
const WHOLE = "386400.00";

let desk: PlannedDesk;
beforeAll(async () => {
  desk = await plannedDesk(DEBTORS.map((id, index) => ({ id, name: `${NAMES[index]} Paz`, reference: `R-${id}` })));
});
afterAll(() => desk?.close());

test("whichever way a payment comes, what was about to be sent for its debt is stopped within twenty seconds", async () => {
  const { admin, clock } = desk;
  const pay = (id: (typeof DEBTORS)[number], amount: string, externalId = `P-${id}`) => ({
    externalId,
    debtReference: `R-${id}`,
    amount,
    currency: "COP",
    valueDate: "2026-11-20",
  });
  expect((await desk.planned()).map(({ state }) => state)).toEqual(DEBTORS.map(() => "planned"));
  const { secret } = await admin.call<{ secret: string }>("POST", "/api/keys", { name: "banco", scopes: ["payments:write"] });

  await admin.call("POST", "/api/payments", pay("by-hand", WHOLE));
  await Caller.machine(desk.url, secret).call("POST", "/api/payments", { body: pay("by-api", WHOLE) });
  const text = `payment_id,reference,amount,currency,value_date\nP-file,R-by-file,${WHOLE},COP,2026-11-20\n`;
  await admin.call("POST", "/api/imports", { kind: "payments", fileName: "pagos.csv", text, background: true });
  await admin.call("POST", "/api/payments", pay("in-part", "100.00"));
  await admin.call("POST", "/api/payments", pay("in-two", "386000.00"));
  await admin.call("POST", "/api/payments", pay("in-two", "400.00", "P-in-two-b"));
  const { id } = await admin.call<{ id: string }>("POST", "/api/payments", pay("taken-back", WHOLE));
  await admin.call("POST", `/api/payments/${id}/reverse`, { reason: "cheque devuelto" });

  await clock.runFor(20_000);
  await desk.prepare();
  await desk.round();
  const rows = new Map((await desk.planned()).map((row) => [row.external_id, row]));
  for (const who of ["by-hand", "by-api", "by-file", "in-two"])
    expect(rows.get(who)).toMatchObject({ state: "cancelled", reason: "nothing_owed" });
  expect(await desk.journal("message.cancelled")).toHaveLength(4);
  // Who still owes is written to, about what is left.
  const said = desk.sent().map(({ content }) => content);
  expect(said).toHaveLength(2);
  expect(said.find((content) => content.includes("Elsa"))).toContain("386.300");
  expect(said.find((content) => content.includes("Flor"))).toContain("386.400");
});
