import { Injectable } from "@nestjs/common";
import type { OverviewDenials } from "../../../contract/kpis/overview.contract.js";
import { Database } from "../../../platform/database/database.js";
import { ruleFacts } from "../domain/rule-facts.js";
import { CONTACT_DEFERRAL, CONTACT_DENIAL, type KpisTables } from "../kpis.tables.js";
import { NO_DEBTOR } from "../projections/contacts/contact-history.service.js";
import { FigureTallies } from "../projections/tallies/figure-tallies.view.js";
import type { Question } from "../measures/domain/counted.js";
import { type AskedPeriod, OverviewAsked } from "./asked.reader.js";

/** What the contact rules kept back: restraint, counted. */
@Injectable()
export class DenialsPage {
  constructor(
    private readonly asked: OverviewAsked,
    private readonly db: Database,
    private readonly tallies: FigureTallies,
  ) {}

  /** @throws DomainError `figures.in_the_future`, `figures.period_backwards` */
  async show(accountId: number, query: Parameters<OverviewAsked["period"]>[1]): Promise<OverviewDenials> {
    const { question, told }: AskedPeriod = await this.asked.period(accountId, query);
    const dropped = await this.byRule("attempts.dropped", CONTACT_DENIAL, question);
    const moved = await this.byRule("attempts.moved", CONTACT_DEFERRAL, question);
    const rules = [...new Set([...dropped.keys(), ...moved.keys()])]
      .map((rule) => ({ ...ruleFacts(rule), moved: moved.get(rule) ?? 0, dropped: dropped.get(rule) ?? 0 }))
      .toSorted((a, b) => b.moved + b.dropped - a.moved - a.dropped || (a.rule < b.rule ? -1 : 1));
    return { ...told, rules, moved: total(moved), dropped: total(dropped) };
  }

  /** What was counted by rule, and what was written down since. */
  private async byRule(
    name: "attempts.dropped" | "attempts.moved",
    table: typeof CONTACT_DENIAL | typeof CONTACT_DEFERRAL,
    { accountId, period, asOf }: Question,
  ): Promise<ReadonlyMap<string, number>> {
    const { sums, since } = await this.tallies.named(accountId, name, period, asOf);
    const rows = await this.db
      .typed<KpisTables>()
      .selectFrom(table)
      .select(({ fn }) => ["rule", fn.countAll<number>().as("n")])
      .where("account_id", "=", accountId)
      .where("day", ">=", period.start)
      .where("day", "<", period.end)
      .where("recorded_at", ">=", since)
      .where("recorded_at", "<=", asOf)
      .groupBy("rule")
      .execute();
    const rules = new Map(sums);
    for (const { rule, n } of rows) rules.set(rule ?? NO_DEBTOR, (rules.get(rule ?? NO_DEBTOR) ?? 0) + Number(n));
    return rules;
  }
}

const total = (counts: ReadonlyMap<string, number>) => [...counts.values()].reduce((sum, n) => sum + n, 0);
