import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import type { MatrixView } from "../../../../../server/contract/kpis/figures.contract.js";
import { Projector } from "../../../../../server/modules/kpis/index.js";
import { type AccountMove, rollMatrix } from "../../../../../server/modules/kpis/metrics/domain/cases/roll-moves.js";
import { stageOf } from "../../../../../server/modules/portfolio/rules.js";
import { DAY, type Instant } from "../../../../../server/shared/instant.js";
import { STAGES } from "../../../../../server/shared/stage.js";
import { localDate } from "../../../../../server/shared/zone.js";
import { type Desk, openDesk } from "../../../../support/desk.js";
import { liveMoneyStory, moneyStep, type MoneyWorld } from "../../payments/support/money-story.js";

let desk: Desk;
let world: MoneyWorld;
let serial = 0;
beforeAll(async () => {
  desk = await openDesk({ ticks: "none" });
  const actor = { kind: "person", accountId: desk.account.id, hostUserId: 1, role: "administrator" } as const;
  world = { app: desk.app, clock: desk.clock, accountId: desk.account.id, actor };
});
afterAll(() => desk.close());

const ZONE = "America/Bogota";

interface Span {
  readonly debtor_id: number;
  readonly currency: string;
  readonly due_date: string;
  readonly balance_minor: number;
  readonly from_at: number;
  readonly to_at: number;
  readonly status: string;
}
interface Flow {
  readonly debtor_id: number;
  readonly currency: string;
  readonly kind: string;
  readonly amount_minor: number;
  readonly recorded_at: number;
}

/** Each account at both ends, one after the other, as somebody would do it who has the rows before them. */
async function replayed(start: Instant, end: Instant, currency: string): Promise<AccountMove[]> {
  const spans = await desk.db.rows<Span>("select * from debt_span where account_id = ? and currency = ?", [desk.account.id, currency]);
  const flows = await desk.db.rows<Flow>("select * from money_flow where account_id = ? and currency = ?", [desk.account.id, currency]);
  const at = (debtor: number, instant: Instant) => {
    const open = spans.filter(
      (span) => span.debtor_id === debtor && span.status === "open" && span.from_at <= instant && instant < span.to_at,
    );
    const oldest = open.map(({ due_date: due }) => due).toSorted()[0];
    const stage = oldest === undefined ? null : stageOf(oldest, localDate(ZONE, instant));
    return { stage, minor: open.reduce((sum, { balance_minor: minor }) => sum + Number(minor), 0) };
  };
  return [...new Set(spans.map((span) => span.debtor_id))].map((debtor) => {
    const [before, now] = [at(debtor, start), at(debtor, end)];
    const paid = flows
      .filter((flow) => flow.debtor_id === debtor && ["payment", "reversal", "credit"].includes(flow.kind))
      .filter((flow) => start < flow.recorded_at && flow.recorded_at <= end)
      .reduce((sum, flow) => sum - Number(flow.amount_minor), 0);
    return { from: before.stage, to: now.stage, before: before.minor, now: now.minor, paid: Math.max(paid, 0), writtenOff: 0 };
  });
}

async function told(by: "amount" | "accounts", query: string): Promise<MatrixView> {
  return desk.admin.call<MatrixView>("GET", `/api/figures/matrix?by=${by}&${query}`);
}

it("after any history, by amount and by accounts, in every currency", async () => {
  const story = fc.record({
    steps: fc.array(moneyStep, { minLength: 2, maxLength: 8 }),
    later: fc.array(moneyStep, { minLength: 2, maxLength: 8 }),
  });
  await fc.assert(
    fc.asyncProperty(story, fc.constantFrom(1, 20, 45), async ({ steps, later }, days) => {
      await liveMoneyStory(world, serial, steps, async () => {});
      await desk.clock.runFor(days * DAY);
      const from = localDate(ZONE, desk.clock.now());
      const start = Date.parse(`${from}T05:00:00.000Z`);
      await liveMoneyStory(world, serial++, later, async () => {});
      const end = desk.clock.now();
      await desk.app.get(Projector).catchUp(desk.account.id);
      for (const by of ["amount", "accounts"] as const) {
        const view = await told(by, `from=${from}&to=${localDate(ZONE, end)}&asOf=${new Date(end).toISOString()}`);
        for (const { currency, rows, entered, grown } of view.currencies) {
          const naive = rollMatrix(await replayed(start, end, currency), by);
          expect(rows.map(({ from: stage, opening }) => [stage, opening])).toEqual(
            naive.rows.map((row) => [row.from, String(row.opening)]),
          );
          for (const [index, { cells }] of rows.entries()) {
            for (const { column, size } of cells) expect([column, size]).toEqual([column, String(naive.rows[index]!.cells[column])]);
            expect(cells.reduce((sum, { size }) => sum + BigInt(size), 0n)).toBe(naive.rows[index]!.opening);
          }
          expect(entered).toEqual(STAGES.map((stage) => ({ stage, size: String(naive.entered[stage]) })));
          expect(grown).toBe(String(naive.grown));
        }
      }
    }),
    { numRuns: 6 },
  );
});

describe("what is asked wrongly is refused in words", () => {
  it.each([
    ["from=2026-11-30&to=2026-11-01", /figures\.period_backwards/],
    ["asOf=2031-01-01T00:00:00.000Z", /figures\.in_the_future/],
    ["currency=XYZ", /currency/],
    ["by=weight", /by/],
    ["from=2026-02-30", /from/],
  ])("%s", async (query, code) => {
    await expect(desk.admin.call("GET", `/api/figures/matrix?${query}`)).rejects.toThrow(code);
  });
});
