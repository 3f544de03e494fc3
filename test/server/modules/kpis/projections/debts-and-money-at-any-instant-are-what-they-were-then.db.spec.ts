import { afterAll, beforeAll, expect, it } from "@jest/globals";
import fc from "fast-check";
import { PortfolioStanding, Projector } from "../../../../../server/modules/kpis/index.js";
import type { Instant } from "../../../../../server/shared/instant.js";
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

type Sums = Record<string, { debts: number; minor: number }>;

/** What is owed now, as the debts themselves say. */
async function owedNow(): Promise<Sums> {
  const rows = await desk.db.rows<{ currency: string; debts: number; minor: number | string }>(
    "select currency, count(*) as debts, sum(balance_minor) as minor from debt where account_id = ? and status = 'open' group by currency",
    [desk.account.id],
  );
  return Object.fromEntries(rows.map(({ currency, debts, minor }) => [currency, { debts: Number(debts), minor: Number(minor) }]));
}

/** What was owed then, as the projection says. */
async function owedAt(at: Instant): Promise<Sums> {
  const stages = await desk.app.get(PortfolioStanding).byStage(desk.account.id, at, localDate("America/Bogota", at));
  const sums: Sums = {};
  for (const { currency, debts, balanceMinor } of stages) {
    const sum = (sums[currency] ??= { debts: 0, minor: 0 });
    sum.debts += debts;
    sum.minor += balanceMinor;
  }
  return sums;
}

async function built(): Promise<unknown> {
  const spans = await desk.db.rows("select * from debt_span where account_id = ? order by debt_id, seq", [desk.account.id]);
  const flows = await desk.db.rows("select * from money_flow where account_id = ? order by seq, line", [desk.account.id]);
  return { spans, flows };
}

/** Where projection and ledger disagree, debt by debt and payment by payment. */
function disagreements(): Promise<object[]> {
  return desk.db.rows(
    `select d.id, d.balance_minor, d.status, s.balance_minor as told, s.status as told_status,
            (select coalesce(sum(f.amount_minor), 0) from money_flow f where f.account_id = d.account_id and f.debt_id = d.id) as flowed
       from debt d left join debt_span s on s.account_id = d.account_id and s.debt_id = d.id and s.to_at = ?
      where d.account_id = ? and (s.seq is null or s.balance_minor <> d.balance_minor or s.status <> d.status
         or (select coalesce(sum(f.amount_minor), 0) from money_flow f where f.account_id = d.account_id and f.debt_id = d.id) <> d.balance_minor)
      union all
     select p.id, p.unallocated_minor, p.status, 0, '',
            (select coalesce(sum(f.amount_minor), 0) from money_flow f where f.account_id = p.account_id and f.payment = p.public_id and f.kind = 'hand')
       from payment p where p.account_id = ? and p.source <> 'note' and p.unallocated_minor <>
            (select coalesce(sum(f.amount_minor), 0) from money_flow f where f.account_id = p.account_id and f.payment = p.public_id and f.kind = 'hand')`,
    [Number.MAX_SAFE_INTEGER, desk.account.id, desk.account.id],
  );
}

it("after any history, in every currency to the minor unit; a rebuild makes the same rows", async () => {
  const story = fc.record({ steps: fc.array(moneyStep, { minLength: 4, maxLength: 12 }), takenAfter: fc.array(fc.boolean()) });
  await fc.assert(
    fc.asyncProperty(story, async ({ steps, takenAfter }) => {
      const projector = desk.app.get(Projector);
      const seen: { at: Instant; owed: Sums }[] = [];
      await liveMoneyStory(world, serial++, steps, async () => {
        // In what portions the journal is taken must not matter.
        if (takenAfter[seen.length]) await projector.catchUp(desk.account.id);
        seen.push({ at: desk.clock.now(), owed: await owedNow() });
      });
      await projector.catchUp(desk.account.id);
      for (const { at, owed } of seen) expect(await owedAt(at)).toEqual(owed);
      expect(await disagreements()).toEqual([]);
      const before = await built();
      await projector.rebuild(desk.account.id);
      expect(await built()).toEqual(before);
    }),
    { numRuns: 15, seed: 20_261_130 },
  );
});
