import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { remindedDebtor, type RemindedDebtor } from "./support/reminded-debtor.js";

let debtor: RemindedDebtor;
beforeAll(async () => {
  debtor = await remindedDebtor();
});
afterAll(() => debtor?.close());

test("the link and what is owed, in one message, without calling anybody", async () => {
  await debtor.press("Pagar ahora");
  const [reply, ...more] = debtor.replies();
  expect(reply).toContain("https://pagos.alameda.example/mi-cuenta");
  expect(reply).toContain("386.400");
  expect(reply).toContain("Alameda Hogar");
  expect(more).toEqual([]);
  expect(await debtor.rows("select id from escalation where account_id = ?")).toEqual([]);
  expect(await debtor.rows("select id from hold where account_id = ?")).toEqual([]);
});

test("the reminder counts as answered", async () => {
  expect((await debtor.desk.today()).items[0]).toMatchObject({ state: "answered", answer: "pay_now" });
});

test("asked again later, it answers again", async () => {
  await debtor.write("pagar ahora");
  expect(debtor.replies()).toHaveLength(2);
});

test("when nothing is owed any more, a person is called instead", async () => {
  const [debt] = await debtor.rows<{ reference: string }>("select reference from debt where account_id = ?");
  await debtor.desk.admin.call("POST", "/api/payments", {
    externalId: "PAY-1",
    debtReference: debt?.reference,
    amount: "386400.00",
    currency: "COP",
    valueDate: "2026-11-20",
  });
  await debtor.press("Pagar ahora");
  expect(debtor.replies().at(-1)).toContain("Una persona de Alameda Hogar");
  expect(await debtor.rows("select reason from escalation where account_id = ?")).toEqual([{ reason: "pay_now" }]);
});
