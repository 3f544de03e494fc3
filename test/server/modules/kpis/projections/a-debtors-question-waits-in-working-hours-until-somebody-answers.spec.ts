import { expect, it } from "@jest/globals";
import {
  inquiriesAfter,
  type InquiryNews,
  officeHours,
  type WaitingInquiry,
} from "../../../../../server/modules/kpis/projections/inquiries/domain/inquiry-history.js";
import { afterWorking } from "../../../../../server/modules/kpis/metrics/domain/arithmetic/business-clock.js";
import { HOUR } from "../../../../../server/shared/instant.js";

const calendar = officeHours("America/Bogota");
const bogota = (text: string) => Date.parse(`${text}:00-05:00`);
/** Friday. */
const ASKED = bogota("2026-11-20T17:30");

function told(...story: readonly (readonly [string, InquiryNews])[]): WaitingInquiry[] {
  return story.reduce<WaitingInquiry[]>((open, [at, news]) => {
    const instant = bogota(at);
    return inquiriesAfter(open, news, { at: instant, recorded: instant }, { conversation: 7, calendar });
  }, []);
}

const asked = (seq: number): InquiryNews => ({ kind: "asked", seq, debtorId: 1, day: "2026-11-20", hour: 17 });
const answered: InquiryNews = { kind: "answered", agent: 3 };

it("asked on Friday at 17:30 and answered on Monday at 9:45 it waited 1 h 15 min", () => {
  expect(told(["2026-11-20T17:30", asked(1)], ["2026-11-23T09:45", answered])).toMatchObject([
    { wait: 4_500_000, agent: 3, dueAt: bogota("2026-11-23T12:30"), resolvedAt: bogota("2026-11-23T09:45") },
  ]);
});

it("four working hours end where the clock that stands still at night says", () => {
  expect(afterWorking(calendar, ASKED, HOUR / 2)).toBe(bogota("2026-11-20T18:00"));
  expect(afterWorking(calendar, ASKED, HOUR)).toBe(bogota("2026-11-23T09:30"));
  expect(afterWorking(calendar, bogota("2026-11-21T12:00"), HOUR)).toBe(bogota("2026-11-23T10:00"));
  expect(() => afterWorking({ ...calendar, hours: {} }, ASKED, HOUR)).toThrow(/ten years/);
  expect(() => afterWorking({ ...calendar, zone: "Mars/Base" }, ASKED, HOUR)).toThrow(/time zone/);
});

it("what is asked before the answer belongs to the same exchange, what is asked after it is another", () => {
  const story = told(
    ["2026-11-20T10:00", asked(1)],
    ["2026-11-20T10:05", asked(2)],
    ["2026-11-20T11:00", answered],
    ["2026-11-20T12:00", asked(3)],
  );
  expect(story.map(({ seq, wait }) => [seq, wait])).toEqual([
    [1, HOUR],
    [3, null],
  ]);
});

it("one that was given to people is resolved with its case, and what is asked meanwhile is too", () => {
  const story = told(
    ["2026-11-20T10:00", asked(1)],
    ["2026-11-20T10:00", { kind: "called", caseId: "c" }],
    ["2026-11-20T11:00", answered],
    ["2026-11-20T12:00", asked(2)],
    ["2026-11-20T13:00", answered],
    ["2026-11-20T14:00", { kind: "closed", caseId: "c" }],
  );
  expect(story.map(({ seq, resolvedAt }) => [seq, resolvedAt])).toEqual([
    [1, bogota("2026-11-20T14:00")],
    [2, bogota("2026-11-20T14:00")],
  ]);
});

it("an answer that was written before the question is none", () => {
  const late = inquiriesAfter(
    told(["2026-11-20T10:00", asked(1)]),
    answered,
    { at: bogota("2026-11-20T09:59"), recorded: ASKED },
    { conversation: 7, calendar },
  );
  expect(late).toMatchObject([{ answeredAt: null }]);
});
