import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { remindedDebtor, type RemindedDebtor } from "./support/reminded-debtor.js";

let debtor: RemindedDebtor;
beforeAll(async () => {
  // Friday 20 November: a debt that falls due on Sunday gets its reminder today.
  debtor = await remindedDebtor([{ name: "Marisol Quintero", reference: "CH-9", dueDate: "2026-11-22" }]);
});
afterAll(() => debtor?.close());

test("who wants to be reminded later of what is not due yet chooses a day up to the due date", async () => {
  await debtor.press("Recordarme después");
  expect(debtor.replies().at(-1)).toContain("¿Desde qué día quiere que Alameda Hogar le recuerde el pago (cuenta CH-9)?");
  expect(debtor.buttons()).toEqual(["Dom 22 nov"]);
});

test("a day that cannot be taken is asked for once more", async () => {
  await debtor.write("el 5 de diciembre");
  expect(debtor.replies().at(-1)).toContain("No pudimos leer una fecha que sirva");
  expect(debtor.buttons()).toEqual(["Dom 22 nov"]);
});

test("the day is no promise: the debt is not mentioned before it, and goes on then", async () => {
  await debtor.choose("Dom 22 nov");
  expect(await debtor.rows("select id from promise where account_id = ?")).toEqual([]);
  expect(await debtor.rows("select reason, until_at from hold where account_id = ? and released_at is null")).toEqual([
    { reason: "reminder", until_at: Date.parse("2026-11-22T05:00:00Z") },
  ]);
  expect(debtor.replies().at(-1)).toContain("antes del 22 de noviembre");
  expect(await debtor.journal()).toContain("reminder.postponed");
});

test("more time than that is an extension, and a person's to grant", async () => {
  await debtor.write("Pedir más tiempo");
  expect(await debtor.rows("select reason from escalation where account_id = ?")).toEqual([{ reason: "more_time" }]);
  expect(debtor.replies().at(-1)).toContain("Una persona de Alameda Hogar");
});
