import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { CalendarDraft, PolicyDraft } from "../../../../../server/contract/escalations/policies.contract.js";
import { ClockKeeping } from "../../../../../server/modules/escalations/clocks/clock-keeping.service.js";
import { HOUR, MINUTE } from "../../../../../server/shared/instant.js";
import { ClockDesk } from "./support/clock-desk.js";

interface Policies {
  readonly policy: PolicyDraft & { readonly version: number };
  readonly calendars: readonly (CalendarDraft & { readonly version: number })[];
  readonly history: readonly { readonly what: string; readonly version: number }[];
}
interface Preview {
  readonly faults: readonly { readonly code: string; readonly field: string; readonly text: string }[];
  readonly effect: Readonly<Record<string, number>> | null;
}

let desk: ClockDesk;
let policies: Policies;
const CASES = 6;

beforeAll(async () => {
  desk = await ClockDesk.open();
  for (let n = 0; n < CASES; n++) {
    await desk.call(n % 2 === 0 ? "question" : "dispute", 900 + n);
    await desk.pass(11 * MINUTE);
  }
  policies = await api("GET", "/api/escalation-policy");
});
afterAll(() => desk?.close());

const api = <T>(method: "GET" | "POST" | "PUT", path: string, body?: object): Promise<T> => desk.desk.admin.call<T>(method, path, body);
const draftOf = ({ policy: { calendar, entries } }: Policies): PolicyDraft => ({ calendar, entries });
const hoursOf = ({ calendars: [desk_] }: Policies): CalendarDraft => {
  const { id, zone, week, holidays, closedOn } = desk_!;
  return { id, zone, week, holidays, closedOn };
};
/** Without what a clock that counts had left when it was last looked at. */
const rows = async () => {
  const found = await desk.rows<{ case_id: number; due_at: number | null; mark: number | null; left_ms: number }>(
    "select * from case_clock where account_id = ? order by case_id, clock, cycle",
  );
  return found.map((row) => ({ ...row, left_ms: row.mark === null ? row.left_ms : 0 }));
};
const counted = async () => {
  const { app, db } = desk.desk;
  const cases = [...new Set((await rows()).map(({ case_id }) => case_id))];
  await db.inUnitOfWork("test", () => app.get(ClockKeeping).keep(desk.accountId, cases));
  return rows();
};

test("what ships is version 1, and a draft that cannot work is told with its remedy in the reader's language", async () => {
  expect(policies).toMatchObject({
    policy: { version: 1, calendar: "desk" },
    calendars: [{ id: "desk", version: 1, zone: "America/Bogota" }],
  });
  const closed = await api<Preview>("POST", "/api/business-calendars/preview?lang=es", { ...hoursOf(policies), week: {} });
  expect(closed).toMatchObject({ effect: null, faults: [{ code: "calendar_closed" }] });
  expect(closed.faults[0]!.text).toMatch(/calendario/);
  const [entry] = draftOf(policies).entries;
  const told = { ...entry!.levels[0]!, id: "other", told: { kind: "agent", user: "999" } };
  const wrong = {
    calendar: null,
    entries: [{ ...entry!, match: {}, levels: [told, { ...told, id: "team", told: { kind: "team", team: "77" } }] }],
  };
  const { faults } = await api<Preview>("POST", "/api/escalation-policy/preview", wrong);
  expect(faults.map(({ code }) => code).sort()).toEqual(["hours_missing", "owner_left", "team_deleted"]);
  await expect(api("POST", "/api/escalation-policy", { ...wrong, basedOn: 1, reason: "para probar" })).rejects.toThrow(/policy\.faulty/);
});

test("a policy says before it is published how many clocks move, and then they do; the old target judges what was before", async () => {
  const draft = draftOf(policies);
  const entries = draft.entries.map((entry) => ({
    ...entry,
    targets: {
      ...entry.targets,
      first_answer: { minutes: 300, hours: "desk" as const, pausedBy: ["debtor" as const] },
      total_resolution: { minutes: 2_900, hours: "desk" as const, pausedBy: ["debtor" as const, "hold" as const] },
    },
  }));
  const before = await rows();
  const { effect } = await api<Preview>("POST", "/api/escalation-policy/preview", { ...draft, entries });
  policies = await api("POST", "/api/escalation-policy", { ...draft, entries, basedOn: 1, reason: "más tiempo" });
  const after = await rows();
  const moved = after.filter(({ due_at }, i) => due_at !== before[i]!.due_at).length;
  expect(effect).toMatchObject({ running: before.length, moved });
  expect(moved).toBe(2 * CASES);
  expect(policies.policy.version).toBe(2);
  expect(after).toEqual(await counted());
  await expect(api("POST", "/api/escalation-policy", { ...draft, basedOn: 1, reason: "otra vez" })).rejects.toThrow(/policy\.changed/);
});

test("other hours move every clock that counts by them as counting each anew would, paused or not, and those of every hour not at all", async () => {
  const now = desk.desk.clock.now();
  const ids = [...new Set((await rows()).map(({ case_id }) => case_id))];
  await desk.event({ kind: "paused", reason: "debtor", at: now, until: null, source: "p1" }, ids[0]);
  await desk.event({ kind: "paused", reason: "debtor", at: now, until: now + 50 * HOUR, source: "p2" }, ids[1]);
  await desk.pass(30 * MINUTE);
  const hours = {
    ...hoursOf(policies),
    week: {
      1: [
        [540, 720],
        [780, 1_000],
      ],
      2: [[540, 1_020]],
      5: [[600, 760]],
      6: [[600, 700]],
    },
    closedOn: ["2026-11-24"],
  };
  const before = await rows();
  const { effect } = await api<Preview>("POST", "/api/business-calendars/preview", hours);
  policies = await api("PUT", "/api/business-calendars", { ...hours, basedOn: 1, reason: "menos horas" });
  const after = await rows();
  const moved = after.filter(({ due_at }, i) => due_at !== before[i]!.due_at).length;
  expect(effect).toMatchObject({ moved, sooner: 0 });
  expect(moved).toBeGreaterThan(CASES);
  expect(after).toEqual(await counted());
  const pins = await desk.rows("select distinct calendar_version from case_event where account_id = ? and source like 'calendar/%'");
  expect(pins).toEqual([{ calendar_version: 2 }]);
});

test("nothing of the earlier versions is lost, and the record tells both changes with what they moved", async () => {
  expect(policies.history.map(({ what, version }) => `${what} ${version}`).sort()).toEqual([
    "calendar 1",
    "calendar 2",
    "policy 1",
    "policy 2",
  ]);
  const types = await desk.rows<{ type: string }>(
    "select type from journal_record where account_id = ? and type like '%.published' and type <> 'cadence.published' order by seq",
  );
  expect(types.map(({ type }) => type)).toEqual(["escalation_policy.published", "business_calendar.published"]);
});
