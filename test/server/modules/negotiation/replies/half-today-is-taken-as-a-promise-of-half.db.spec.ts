import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { remindedDebtor, type RemindedDebtor } from "../support/reminded-debtor.js";

let debtor: RemindedDebtor;
beforeAll(async () => {
  debtor = await remindedDebtor([{ name: "Marisol Quintero", reference: "CH-1" }]);
});
afterAll(() => debtor?.close());

const PROMISES = "select state, amount_minor, due_date, source from promise where account_id = ? order by id";

test("the weather is nobody's business", async () => {
  await debtor.write("qué calor hace hoy");
  await debtor.write("gracias 🙏");
  expect(debtor.replies()).toEqual([]);
  expect(await debtor.rows("select reason from escalation where account_id = ?")).toEqual([]);
  expect(await debtor.rows("select reason from hold where account_id = ?")).toEqual([]);
});

test("half of it today is promised, confirmed with its amount", async () => {
  await debtor.write("pago la mitad hoy");
  expect(await debtor.rows(PROMISES)).toEqual([{ state: "active", amount_minor: 19_320_000, due_date: "2026-11-20", source: "text" }]);
  expect(debtor.replies().at(-1)).toContain("193.200");
});

test("all of it on Thursday takes its place", async () => {
  await debtor.write("mejor el jueves le pago todo, 386.400");
  expect((await debtor.rows<{ state: string; due_date: string }>(PROMISES)).map(({ state, due_date }) => [state, due_date])).toEqual([
    ["superseded", "2026-11-20"],
    ["active", "2026-11-26"],
  ]);
});

test("five hundred may be thousands: a person asks", async () => {
  await debtor.write("le pago 500 el lunes");
  expect(await debtor.rows("select reason from escalation where account_id = ?")).toEqual([{ reason: "promise_in_words" }]);
});
