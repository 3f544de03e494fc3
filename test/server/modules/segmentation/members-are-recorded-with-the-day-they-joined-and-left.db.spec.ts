import { afterAll, beforeAll, expect, it } from "@jest/globals";
import type { SegmentView } from "../../../../server/contract/segmentation.contract.js";
import { addDays } from "../../../../server/shared/calendar.js";
import { HOUR } from "../../../../server/shared/instant.js";
import { debtsFile } from "../../../support/debts-file.js";
import { type Desk, openDesk } from "../../../support/desk.js";

const FRIDAY = "2026-11-20";
const TWENTY_TO_MIDNIGHT = Date.parse("2026-11-21T04:40:00Z");
let desk: Desk;

beforeAll(async () => {
  desk = await openDesk({
    start: TWENTY_TO_MIDNIGHT,
    debts: debtsFile([
      { id: "C-1", reference: "A", dueDate: addDays(FRIDAY, -30) },
      { id: "C-2", reference: "B", dueDate: addDays(FRIDAY, -29), phone: "+573005550002" },
      { id: "C-3", reference: "C", dueDate: FRIDAY, phone: "+573005550003" },
    ]),
  });
});
afterAll(() => desk?.close());

const segments = async () => {
  const { items } = await desk.admin.call<{ items: SegmentView[] }>("GET", "/api/segments");
  return new Map(items.map((segment) => [segment.key, segment]));
};
const referencesIn = async (key: string) => {
  const id = (await segments()).get(key)!.id;
  const { items } = await desk.admin.call<{ items: { reference: string; since: string }[] }>("GET", `/api/segments/${id}/members`);
  return items.map(({ reference, since }) => `${reference} since ${since}`);
};

it("an account has a segment a stage, filled when a file came in", async () => {
  expect([...(await segments()).keys()]).toEqual(["pre_due", "due", "d1_30", "d31_90", "d91_plus"]);
  expect(await referencesIn("d1_30")).toEqual([`A since ${FRIDAY}`, `B since ${FRIDAY}`]);
  expect(await referencesIn("due")).toEqual([`C since ${FRIDAY}`]);
  expect((await segments()).get("d1_30")).toMatchObject({ debts: 2, debtors: 2, owed: [{ currency: "COP", minor: 77_280_000 }] });
});

it("a debt moves on with the days of its account, and both days stay on record", async () => {
  await desk.clock.runFor(HOUR);
  expect(await referencesIn("d31_90")).toEqual(["A since 2026-11-21"]);
  expect(await referencesIn("d1_30")).toEqual([`B since ${FRIDAY}`, "C since 2026-11-21"]);
  const { items: debtors } = await desk.admin.call<{ items: { id: string; externalId: string }[] }>("GET", "/api/debtors");
  const id = debtors.find(({ externalId }) => externalId === "C-1")!.id;
  const { items } = await desk.admin.call<{ items: object[] }>("GET", `/api/debtors/${id}/segments`);
  expect(items).toMatchObject([
    { key: "d31_90", reference: "A", from: "2026-11-21", to: null },
    { key: "d1_30", reference: "A", from: FRIDAY, to: "2026-11-21" },
  ]);
});

it("a segment of one's own has members at once, others when its rule changes, and none when it is put away", async () => {
  const rule = { all: [{ attribute: "currency", in: ["COP"] }, { not: { attribute: "stage", in: ["d31_90"] } }] };
  const made = await desk.admin.call<SegmentView>("POST", "/api/segments", { name: "Jóvenes", rule });
  await desk.clock.runFor(1_000);
  expect(await referencesIn(made.key)).toEqual(["B since 2026-11-21", "C since 2026-11-21"]);

  const late = { attribute: "days_past_due", min: 31 };
  await desk.admin.call("PATCH", `/api/segments/${made.id}`, { name: "Jóvenes", rule: late, version: made.version });
  await desk.clock.runFor(1_000);
  expect(await referencesIn(made.key)).toEqual(["A since 2026-11-21"]);
  await expect(desk.admin.call("PATCH", `/api/segments/${made.id}`, { name: "Otra vez", rule, version: made.version })).rejects.toThrow(
    /segment\.changed|meanwhile/,
  );

  await desk.admin.call("POST", `/api/segments/${made.id}/archive`, {});
  expect((await segments()).has(made.key)).toBe(false);
  const open = await desk.db.row<{ n: number }>(
    "select count(*) as n from segment_member m join segment s on s.account_id = m.account_id and s.id = m.segment_id where m.account_id = ? and s.segment_key = ? and m.open_slot = 1",
    [desk.account.id, made.key],
  );
  expect(open).toEqual({ n: 0 });
});

it("the segments of the stages are given", async () => {
  const due = (await segments()).get("due")!;
  await expect(desk.admin.call("POST", `/api/segments/${due.id}/archive`, {})).rejects.toThrow(/segment\.is_default|five stages/);
});
