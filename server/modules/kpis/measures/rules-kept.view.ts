import { Injectable } from "@nestjs/common";
import { type Expression, sql } from "kysely";
import { Database } from "../../../platform/database/database.js";
import type { Currency } from "../../../shared/money.js";
import { CONTACT_DEFERRAL, CONTACT_DENIAL, type KpisTables } from "../kpis.tables.js";
import { NO_DEBTOR } from "../projections/contacts/contact-history.service.js";
import type { TalliedName } from "../projections/tallies/domain/day-tally.js";
import { FigureTallies } from "../projections/tallies/figure-tallies.view.js";
import type { Question } from "./domain/counted.js";

const TABLES = { "attempts.dropped": CONTACT_DENIAL, "attempts.moved": CONTACT_DEFERRAL } as const;
type Kept = keyof typeof TABLES;

/** What each rule kept back: what was counted as it came, and what was written down since the last full hour. */
@Injectable()
export class RulesKept {
  constructor(
    private readonly db: Database,
    private readonly tallies: FigureTallies,
  ) {}

  /** @returns how many attempts, by rule */
  of(kept: Kept, question: Question): Promise<ReadonlyMap<string, number>> {
    const { accountId, period, asOf } = question;
    return this.tallies.named(accountId, kept, period, asOf, (since) => [this.since(kept, question, since)]);
  }

  private since(kept: Kept, { accountId, period, asOf }: Question, since: number) {
    return this.db
      .typed<KpisTables>()
      .selectFrom(TABLES[kept])
      .select((is) => [
        named(kept, is.fn.coalesce("rule", sql.lit(NO_DEBTOR))).as("measure"),
        sql<Currency>`''`.as("currency"),
        is.fn.countAll<number>().as("total"),
      ])
      .where("account_id", "=", accountId)
      .where("day", ">=", period.start)
      .where("day", "<", period.end)
      .where("recorded_at", ">=", since)
      .where("recorded_at", "<=", asOf)
      .groupBy("rule");
  }
}

function named(kept: Kept, rule: Expression<string>) {
  return sql<TalliedName>`concat(${sql.lit(`${kept} `)}, ${rule})`;
}
