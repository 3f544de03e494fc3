import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { Projector } from "../../../../../server/modules/kpis/index.js";
import { JobQueue, type Lane } from "../../../../../server/platform/queue/job-queue.js";
import { DAY, HOUR, type Instant, SECOND } from "../../../../../server/shared/instant.js";
import { debtsFile } from "../../../../support/debts-file.js";
import { type Desk, openDesk } from "../../../../support/desk.js";

const ANA = "+573001110001";
const BETO = "+573001110002";
let desk: Desk;
beforeAll(async () => {
  desk = await openDesk({
    ticks: "none",
    debts: debtsFile([
      { id: "Ana", reference: "F-1", phone: ANA },
      { id: "Beto", reference: "F-2", phone: BETO },
      { id: "Carla", reference: "F-3", phone: "+573001110003", consent: "" },
    ]),
  });
  await desk.turnOn();
  await wake("listing");
  await wake("dispatch");
});
afterAll(() => desk?.close());

async function wake(lane: Lane): Promise<void> {
  await desk.app.get(JobQueue).wake(lane);
  await desk.clock.runFor(SECOND);
}

async function tries(): Promise<object[]> {
  await desk.app.get(Projector).catchUp(desk.account.id);
  return desk.db.rows<object>(
    `select origin, channel, cadence, step, day, hour, case when delivered_at is null then 0 else 1 end as delivered,
            case when answered_at is null then 0 else 1 end as answered
       from contact_try where account_id = ? and made_at is not null order by debtor_id, made_at`,
    [desk.account.id],
  );
}

async function promisesAt(at: Instant): Promise<object[]> {
  await desk.app.get(Projector).catchUp(desk.account.id);
  return desk.db.rows<object>(
    "select standing, paid_minor from promise_span where account_id = ? and from_at <= ? and to_at > ? order by debtor_id",
    [desk.account.id, at, at],
  );
}

it("an attempt is one, whatever becomes of it; an answer is to the last one before it", async () => {
  await desk.clock.runFor(HOUR);
  desk.sandbox.playDebtor({ accountId: 1, phone: ANA, text: "Recordarme después" });
  await desk.clock.runFor(HOUR);
  const one = { origin: "cadence", channel: "whatsapp", day: "2026-11-20", hour: 10, delivered: 1 };
  expect(await tries()).toMatchObject([
    { ...one, answered: 1 },
    { ...one, answered: 0 },
  ]);
  const denied = await desk.db.rows<{ rule: string }>("select rule from contact_denial where account_id = ?", [desk.account.id]);
  expect(denied).toEqual([{ rule: expect.stringMatching(/\//) }]);
});

it("a promise is what it was then, whatever it became since", async () => {
  desk.sandbox.playDebtor({ accountId: 1, phone: ANA, text: "el 24" });
  await desk.clock.runFor(HOUR);
  const made = desk.clock.now();
  expect(await promisesAt(made)).toEqual([{ standing: "active", paid_minor: 0 }]);
  await desk.clock.runFor(10 * DAY);
  await wake("promises");
  expect(await promisesAt(made)).toEqual([{ standing: "active", paid_minor: 0 }]);
  expect(await promisesAt(desk.clock.now())).toEqual([{ standing: "broken", paid_minor: 0 }]);
});

it("made anew from the journal it is the same, row by row", async () => {
  const built = async () => [
    await desk.db.rows("select * from contact_try where account_id = ? order by ref", [desk.account.id]),
    await desk.db.rows("select * from contact_denial where account_id = ? order by seq", [desk.account.id]),
    await desk.db.rows("select * from promise_span where account_id = ? order by promise, seq", [desk.account.id]),
  ];
  await desk.app.get(Projector).catchUp(desk.account.id);
  const before = await built();
  for (const rows of before) expect(rows.length).toBeGreaterThan(0);
  await desk.app.get(Projector).rebuild(desk.account.id);
  expect(await built()).toEqual(before);
});
