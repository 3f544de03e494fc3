import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { remindedDebtor, type RemindedDebtor } from "./support/reminded-debtor.js";

let debtor: RemindedDebtor;
beforeAll(async () => {
  debtor = await remindedDebtor();
});
afterAll(() => debtor?.close());

test("everything is held, a person is called, and the answer names no debt", async () => {
  await debtor.write("Número equivocado");
  expect(await debtor.rows("select reason, debt_id from hold where account_id = ?")).toEqual([{ reason: "wrong_person", debt_id: null }]);
  expect(await debtor.rows("select reason from escalation where account_id = ?")).toEqual([{ reason: "wrong_person" }]);
  const [reply, ...more] = debtor.replies();
  expect(more).toEqual([]);
  expect(reply).toContain("disculpe");
  for (const secret of ["Marisol", "386", "CH-1000", "deuda", "pago"]) expect(reply).not.toContain(secret);
  for (const secret of ["Marisol", "386", "CH-1000"]) expect(debtor.notes().join()).not.toContain(secret);
});
