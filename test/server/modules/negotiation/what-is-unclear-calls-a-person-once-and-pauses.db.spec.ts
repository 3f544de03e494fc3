import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { remindedDebtor, type RemindedDebtor } from "./support/reminded-debtor.js";

let debtor: RemindedDebtor;
beforeAll(async () => {
  debtor = await remindedDebtor();
});
afterAll(() => debtor?.close());

interface People {
  readonly items: readonly { readonly debtor: string; readonly reason: string; readonly conversationUrl: string }[];
}
const waiting = () => debtor.desk.admin.call<People>("GET", "/api/attention?lang=en");

test("a burst of messages is one case, one answer, one note", async () => {
  await debtor.write("Buenas tardes, lo de siempre");
  await debtor.write("es que lo de la otra vez");
  await debtor.write("¿y entonces?");
  expect(await debtor.rows("select reason from escalation where account_id = ?")).toEqual([{ reason: "unclear" }]);
  expect(debtor.replies()).toEqual([expect.stringContaining("Una persona de Alameda Hogar")]);
  expect(debtor.notes()).toHaveLength(1);
});

test("the cadence is paused", async () => {
  expect(await debtor.rows("select reason, debt_id, released_at from hold where account_id = ?")).toEqual([
    { reason: "needs_person", debt_id: null, released_at: null },
  ]);
});

test("the debtor stands in the list of those who need a person, in the reader's language", async () => {
  const { items } = await waiting();
  expect(items).toEqual([
    expect.objectContaining({
      debtor: "Marisol Quintero",
      reason: "Wrote something a person has to read",
      conversationUrl: `${debtor.desk.sandbox.url}/app/accounts/1/conversations/${debtor.conversationId}`,
    }),
  ]);
});

test("a graver message changes the case's reason and tells it in a note of its own", async () => {
  await debtor.press("No estoy de acuerdo");
  expect((await waiting()).items).toEqual([expect.objectContaining({ reason: "Disputes the debt" })]);
  expect(debtor.notes()).toHaveLength(2);
});
