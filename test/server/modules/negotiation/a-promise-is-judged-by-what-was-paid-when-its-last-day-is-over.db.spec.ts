import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { PromisesReader } from "../../../../server/modules/negotiation/index.js";
import { Imports, ImportUndo, sourceFromText } from "../../../../server/modules/imports/index.js";
import { DAY } from "../../../../server/shared/instant.js";
import type { Actor } from "../../../../server/shared/actor.js";
import { debtsFile } from "../../../support/debts-file.js";
import { promisingDesk, type PromisingDesk } from "./support/promising-desk.js";

let desk: PromisingDesk;
beforeAll(async () => {
  // Promised on Friday at ten for the same day: the second banking day after it is Tuesday.
  desk = await promisingDesk(["early", "partial", "broken", "reversed", "late", "other", "lowered", "raised"]);
  for (const who of desk.names) await desk.promise(who, "1000.00", "2026-11-20");
});
afterAll(() => desk?.close());

const OVER = Date.parse("2026-11-25T05:00:00Z");

test("paid early it is kept at once, and the hold ends", async () => {
  await desk.pay("early", "600.00", "2026-11-20");
  expect(await desk.state("early")).toMatchObject({ state: "active", paid: { minor: 60_000 } });
  await desk.pay("early", "400.00", "2026-11-20");
  expect(await desk.state("early")).toMatchObject({ state: "kept", paid: { minor: 100_000 } });
  expect(await desk.holds("early")).toEqual([]);
});

test("what was paid before it was made is not counted", async () => {
  expect(await desk.state("other")).toMatchObject({ state: "active", paid: { minor: 0 } });
});

test("a payment that is taken back before the last day makes it wait again, held again", async () => {
  const payment = await desk.pay("reversed", "1000.00", "2026-11-20");
  expect(await desk.state("reversed")).toMatchObject({ state: "kept" });
  await desk.takeBack(payment);
  expect(await desk.state("reversed")).toMatchObject({ state: "active", paid: { minor: 0 } });
  expect(await desk.holds("reversed")).toEqual(["promise"]);
  await desk.pay("partial", "500.00", "2026-11-21");
});

test("a file that was a mistake and is undone is no payment, whichever way it moved the balance", async () => {
  const { account, app } = desk;
  const actor: Actor = { kind: "person", accountId: account.id, hostUserId: 1, role: "administrator" };
  await desk.clock.runFor(1_000);
  const debts = debtsFile([
    { id: "D-lowered", reference: "R-lowered", balance: "1000.00", phone: "+573005551006" },
    { id: "D-raised", reference: "R-raised", balance: "387400.00", phone: "+573005551007" },
  ]);
  const { public_id: wrong } = await app.get(Imports).run(account.id, "debts", sourceFromText("f.csv", debts), actor);
  await desk.clock.idle();
  expect(await desk.state("lowered")).toMatchObject({ state: "kept" });
  await app.get(ImportUndo).now(account.id, wrong, "archivo equivocado", actor);
  await desk.passTo(desk.clock.now() + 1_000);
  for (const who of ["lowered", "raised"]) {
    expect(await desk.state(who)).toMatchObject({ state: "active", paid: { minor: 0 } });
    expect(await desk.holds(who)).toEqual(["promise"]);
  }
});

test("nothing is judged before the last day is over, and then at once", async () => {
  await desk.passTo(OVER - 1);
  expect(await desk.state("broken")).toMatchObject({ state: "active" });
  await desk.passTo(OVER);
  expect(await desk.state("broken")).toMatchObject({ state: "broken", endedAt: "2026-11-25T05:00:00.000Z" });
  expect(await desk.state("partial")).toMatchObject({ state: "partially_kept", paid: { minor: 50_000 } });
  expect(await desk.state("reversed")).toMatchObject({ state: "broken" });
  expect(await desk.holds("broken")).toEqual([]);
});

test("a payment of a value date in time that becomes known late keeps it after all; one that came too late does not", async () => {
  await desk.pay("late", "1000.00", "2026-11-24");
  expect(await desk.state("late")).toMatchObject({ state: "kept" });
  await desk.pay("broken", "1000.00", "2026-11-25");
  expect(await desk.state("broken")).toMatchObject({ state: "broken", paid: { minor: 0 } });
});

test("a payment taken back after the last day breaks it", async () => {
  const payment = await desk.pay("other", "1000.00", "2026-11-22");
  expect(await desk.state("other")).toMatchObject({ state: "kept" });
  await desk.takeBack(payment);
  expect(await desk.state("other")).toMatchObject({ state: "broken" });
});

test("each step is on the record, told as it happened", async () => {
  const types = await desk.journal("reversed");
  expect(types.filter((type) => type.startsWith("promise."))).toEqual([
    "promise.made",
    "promise.kept",
    "promise.reopened",
    "promise.broken",
  ]);
});

test("other modules can count what was kept and what was not", async () => {
  const ids = await desk.debtorIds();
  const counts = await desk.app.get(PromisesReader).counts(desk.account.id, [...ids.values()]);
  const count = (who: string) => counts.get(ids.get(who)!);
  expect([count("early"), count("partial"), count("broken"), count("late")]).toEqual([
    { kept: 1, notKept: 0 },
    { kept: 0, notKept: 1 },
    { kept: 0, notKept: 1 },
    { kept: 1, notKept: 0 },
  ]);
});

test("of a debt that a wrong file brought nothing is promised any more when the file is undone", async () => {
  const { account, app } = desk;
  const actor: Actor = { kind: "person", accountId: account.id, hostUserId: 1, role: "administrator" };
  await desk.clock.runFor(1_000);
  const debts = debtsFile([{ id: "D-nobody", reference: "R-nobody", phone: "+573005551099" }]);
  const { public_id: wrong } = await app.get(Imports).run(account.id, "debts", sourceFromText("f.csv", debts), actor);
  const { items } = await (await desk.agent()).call<{ items: { id: string; externalId: string }[] }>("GET", "/api/debtors?limit=200");
  const nobody = items.find(({ externalId }) => externalId === "D-nobody")!.id;
  const promise = { amount: "1000.00", currency: "COP", date: "2026-11-25" };
  await (await desk.agent()).call("POST", `/api/debtors/${nobody}/promises`, promise);
  await app.get(ImportUndo).now(account.id, wrong, "archivo equivocado", actor);
  await desk.passTo(OVER + 8 * DAY);
  const rows = await desk.db.rows<{ state: string }>(
    "select p.state from promise p join debtor b on b.account_id = p.account_id and b.id = p.debtor_id where p.account_id = ? and b.external_id = 'D-nobody'",
    [account.id],
  );
  expect(rows).toEqual([{ state: "cancelled" }]);
});
