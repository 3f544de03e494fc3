import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { type Desk, openDesk } from "../../../support/desk.js";
import { CadenceClient, step, type View } from "./support/cadence-client.js";

let desk: Desk;
let cadences: CadenceClient;
let draft: View;
beforeAll(async () => {
  desk = await openDesk({ environment: { SALDO_POLL_MS: "86400000" } });
  cadences = new CadenceClient(desk.admin);
  draft = await cadences.create("Nueva");
});
afterAll(() => desk?.close());

const codes = (view: View) => view.findings.map(({ code, severity, step: id }) => `${severity} ${code} ${id ?? "-"}`).toSorted();

test("each of the five given cadences is in force and has nothing wrong with it", async () => {
  const list = (await cadences.list()).filter(({ status }) => status === "published");
  expect(list.map(({ key, priority }) => `${priority} ${key}`)).toEqual(["1 d91_plus", "2 d31_90", "3 d1_30", "4 due", "5 pre_due"]);
  for (const { id } of list) expect(codes(await cadences.one(id))).toEqual([]);
});

test("what is wrong is told step by step, saved all the same, and not published", async () => {
  expect(codes(draft)).toEqual(["error no_steps -"]);
  draft = await cadences.save(draft, {
    segment: "d1_30",
    steps: [
      step(5, { graceDays: 6 }),
      step(7),
      step(7, { id: "same_day" }),
      step(40, { id: "outside" }),
      step(20, { id: "unknown", template: "saldo_nothing" }),
      step(25, { id: "condition", condition: { attribute: "shoe_size", min: 40 } }),
    ],
    exits: { repliedWithinDays: null, activePromise: false, smallBalance: [1, 2].map((minor) => ({ minor, currency: "COP" })) },
  });
  expect(codes(draft)).toEqual([
    "error condition_invalid condition",
    "error exit_currency_twice -",
    "error outside_segment outside",
    "error same_day same_day",
    "error template_missing unknown",
    "warning grace_overlaps step_5",
    "warning template_stage outside",
    "warning too_close step_7",
  ]);
  expect(draft.findings.every(({ message, remedy }) => message.length > 10 && remedy.length > 10)).toBe(true);
  await expect(cadences.publish(draft)).rejects.toThrow("cadence.not_publishable");
});

test("an old revision is refused: nobody overwrites what another has changed", async () => {
  const fresh = await cadences.save(draft, { name: "Otra" });
  await expect(cadences.save(draft, { name: "Vieja" })).rejects.toThrow("cadence.revision_old");
  await expect(cadences.publish(draft)).rejects.toThrow("cadence.revision_old");
  draft = fresh;
});

test("a version never changes; the next one tells what it changed, by whom and why", async () => {
  draft = await cadences.save(draft, { steps: [step(12)], exits: { repliedWithinDays: null, activePromise: false, smallBalance: [] } });
  const first = await cadences.publish(draft, "primera");
  const second = await cadences.publish(await cadences.save(first, { steps: [step(12, { offsetDays: 13 }), step(22)] }));
  type Versions = {
    items: { version: number; note: string | null; publishedBy: string; changes: { what: string; step: string | null }[] }[];
  };
  const { items } = await desk.admin.call<Versions>("GET", `/api/cadences/${second.id}/versions`);
  expect(items.map(({ version, note, publishedBy }) => `${version} ${note} ${publishedBy}`)).toEqual(["2 null user:1", "1 primera user:1"]);
  expect(items[0]!.changes.map(({ what, step: id }) => `${what} ${id}`)).toEqual(["step_day step_12", "step_added step_22"]);
  const record = await desk.db.row<{ payload: string; actor: string }>(
    "select payload, actor from journal_record where account_id = ? and type = 'cadence.published' order by seq desc limit 1",
    [desk.account.id],
  );
  expect(record?.actor).toBe("user:1");
  expect(JSON.parse(record!.payload)).toMatchObject({
    version: 2,
    changes: [{ what: "step_day", from: 12, to: 13 }, { what: "step_added" }],
  });
  expect(record!.payload).not.toContain("primera");
});

test("a template WhatsApp lets nobody send keeps a step from being published", async () => {
  await desk.db.inUnitOfWork("test", () =>
    desk.db.run("update template_status set blocked_by = ? where account_id = ? and name like ?", [
      "paused",
      desk.account.id,
      "saldo_due_%",
    ]),
  );
  expect(codes(await cadences.byKey("due"))).toEqual(["error template_not_approved due.day_0"]);
  await desk.db.inUnitOfWork("test", () =>
    desk.db.run("update template_status set blocked_by = ? where account_id = ? and name like ? and language = ?", [
      "category_changed",
      desk.account.id,
      "saldo_due_%",
      "es",
    ]),
  );
  expect(codes(await cadences.byKey("due"))).toContain("error promotion due.day_0");
});
