import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { remindedDebtor, type RemindedDebtor } from "./support/reminded-debtor.js";

let debtor: RemindedDebtor;
beforeAll(async () => {
  const one = { id: "C-1", name: "Marisol Quintero", phone: "+573005551000" };
  debtor = await remindedDebtor([
    { ...one, reference: "CH-1" },
    // Not due yet: the reminder does not mention it.
    { ...one, reference: "CH-2", dueDate: "2027-01-15" },
  ]);
});
afterAll(() => debtor?.close());

const HOLDS =
  "select h.reason, d.reference from hold h left join debt d on d.id = h.debt_id and d.account_id = h.account_id where h.account_id = ?";

test("the debt the debtor spoke about is held, and nothing else", async () => {
  await debtor.press("Ya pagué");
  expect(await debtor.rows(HOLDS)).toEqual([{ reason: "already_paid", reference: "CH-1" }]);
});

test("the debtor is told that it is checked", () => {
  expect(debtor.replies()).toEqual([expect.stringContaining("verificar su pago")]);
});

test("a person finds note, label and team in the helpdesk", async () => {
  expect(debtor.notes()).toEqual([expect.stringContaining("El deudor dice que ya pagó")]);
  const [account] = await debtor.rows<{ label: string; team_id: number }>("select label, team_id from account where id = ?");
  expect(debtor.conversation()).toMatchObject({ status: "open", labels: [account?.label], teamId: account?.team_id });
});

test("pressed again it changes nothing", async () => {
  await debtor.press("Ya pagué");
  expect(await debtor.rows(HOLDS)).toHaveLength(1);
  expect(debtor.replies()).toHaveLength(1);
  expect(debtor.notes()).toHaveLength(1);
  expect(await debtor.rows("select id from escalation where account_id = ?")).toHaveLength(1);
});
