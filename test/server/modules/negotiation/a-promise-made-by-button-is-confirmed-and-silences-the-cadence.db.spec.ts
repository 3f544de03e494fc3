import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { MINUTE } from "../../../../server/shared/instant.js";
import { remindedDebtor, type RemindedDebtor } from "./support/reminded-debtor.js";

let debtor: RemindedDebtor;
beforeAll(async () => {
  debtor = await remindedDebtor([{ name: "Marisol Quintero", reference: "CH-1" }]);
});
afterAll(() => debtor?.close());

const PROMISES =
  "select state, amount_minor, currency, due_date, last_day, source, paid_minor from promise where account_id = ? order by id";
const HOLDS = "select reason, until_at, released_at from hold where account_id = ? order by id";

/** Friday 20 November: in three days a Monday, then a week, then two. */
const MONDAY = "Lun 23 nov";

test("who wants more time is asked for the day, with three business days to choose from", async () => {
  await debtor.press("Recordarme después");
  expect(debtor.replies()).toEqual([expect.stringContaining("¿Qué día podrá pagar a Alameda Hogar $\u00a0386.400 (cuenta CH-1)?")]);
  expect(debtor.buttons()).toEqual([MONDAY, "Vie 27 nov", "Vie 4 dic"]);
  expect(await debtor.rows(PROMISES)).toEqual([]);
});

test("the day that is pressed is the promise, with amount, reference and how to change it", async () => {
  await debtor.choose("Vie 27 nov");
  expect(await debtor.rows(PROMISES)).toEqual([
    {
      state: "active",
      amount_minor: 38_640_000,
      currency: "COP",
      due_date: "2026-11-27",
      last_day: "2026-12-01",
      source: "menu",
      paid_minor: 0,
    },
  ]);
  const confirmation = debtor.replies().at(-1);
  for (const said of ["$\u00a0386.400", "CH-1", "27 de noviembre", "cambiar la fecha"]) expect(confirmation).toContain(said);
  expect(await debtor.journal()).toContain("promise.made");
  expect(await debtor.rows("select id from escalation where account_id = ?")).toEqual([]);
});

test("until the end of the grace the debt is not chased", async () => {
  expect(await debtor.rows(HOLDS)).toEqual([{ reason: "promise", until_at: Date.parse("2026-12-02T05:00:00Z"), released_at: null }]);
});

test("the button pressed again, and the same message by webhook and poll, are the same promise", async () => {
  const before = debtor.replies().length;
  await debtor.choose("Vie 27 nov");
  await debtor.desk.clock.runFor(MINUTE);
  expect(await debtor.rows(PROMISES)).toHaveLength(1);
  expect(debtor.replies()).toHaveLength(before);
});

test("who wants to pay before gets the link", async () => {
  await debtor.press("Pagar ahora");
  expect(debtor.replies().at(-1)).toContain("https://pagos.alameda.example/mi-cuenta");
  expect(debtor.replies().at(-1)).toContain("386.400");
});

test("another day that is typed takes the place of the first", async () => {
  await debtor.write("mejor el 25");
  expect(await debtor.rows("select state, due_date, source from promise where account_id = ? order by id")).toEqual([
    { state: "superseded", due_date: "2026-11-27", source: "menu" },
    { state: "active", due_date: "2026-11-25", source: "text" },
  ]);
  expect(debtor.replies().at(-1)).toContain("25 de noviembre");
  const held = "select until_at from hold where account_id = ? and released_at is null";
  expect(await debtor.rows(held)).toEqual([{ until_at: Date.parse("2026-11-28T05:00:00Z") }]);
});

test("a dispute overtakes it", async () => {
  await debtor.press("No estoy de acuerdo");
  expect(await debtor.rows("select state from promise where account_id = ? order by id")).toEqual([
    { state: "superseded" },
    { state: "cancelled" },
  ]);
  expect(await debtor.rows("select reason from hold where account_id = ? and released_at is null")).toEqual([{ reason: "dispute" }]);
});
