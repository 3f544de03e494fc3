import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { ContactOutlook } from "../../../../server/contract/cadences.contract.js";
import { DAY } from "../../../../server/shared/instant.js";
import { debtsFile } from "../../../support/debts-file.js";
import { type Desk, openDesk } from "../../../support/desk.js";

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk({
    // Due in three days, in sixty, long ago.
    debts: debtsFile([
      { id: "soon", reference: "S-1", phone: "+573005550001", dueDate: "2026-11-30" },
      { id: "later", reference: "L-1", phone: "+573005550002", dueDate: "2027-01-26" },
      { id: "gone", reference: "G-1", phone: "+573005550003", dueDate: "2023-01-10" },
      { id: "held", reference: "H-1", phone: "+573005550004", dueDate: "2027-01-26" },
      { id: "paid", reference: "P-1", phone: "+573005550005", dueDate: "2026-12-20" },
    ]),
    ticks: "none",
  });
});
afterAll(() => desk?.close());

const idOf = async (debtor: string) =>
  (
    await desk.db.rows<{ id: string }>("select public_id as id from debtor where account_id = ? and external_id = ?", [
      desk.account.id,
      debtor,
    ])
  )[0]!.id;
const next = async (debtor: string, lang = "en") => {
  return (await desk.admin.call<ContactOutlook>("GET", `/api/debtors/${await idOf(debtor)}/outlook?lang=${lang}`)).next;
};

test("the first step that comes by itself, with its day and cadence", async () => {
  const step = await next("later");
  expect(step).toMatchObject({ state: "expected", cadence: { key: "pre_due" }, text: "WhatsApp reminder, if nothing changes until then" });
  expect(Date.parse(step.at!)).toBeGreaterThan(desk.clock.now() + 50 * DAY);
  expect((await next("later", "pt-BR")).text).toBe("Lembrete por WhatsApp, se nada mudar até lá");
});

test("who is on hold is told so by the rule that holds", async () => {
  await desk.admin.call("POST", `/api/debtors/${await idOf("held")}/holds`, { reason: "dispute", note: "Asks for the contract" });
  expect(await next("held")).toMatchObject({ state: "none", at: null, step: null, text: expect.stringMatching(/hold|dispute/i) });
});

test("whose steps have all had their day", async () => {
  expect(await next("gone")).toMatchObject({ state: "none", text: "Every step of the cadences has had its day." });
});

test("who owes nothing", async () => {
  await desk.admin.call("POST", "/api/payments", {
    externalId: "R-1",
    debtReference: "P-1",
    amount: "386400.00",
    currency: "COP",
    valueDate: "2026-11-19",
  });
  expect(await next("paid")).toMatchObject({ state: "none", text: "The debtor owes nothing." });
});
