import { Injectable } from "@nestjs/common";
import { expressionBuilder, type Kysely } from "kysely";
import type { z } from "zod";
import type { ConsentGap } from "../../contract/portfolio.contract.js";
import { WRITTEN_CHANNEL } from "../../shared/channel.js";
import { Database } from "../../platform/database/database.js";
import { CONTACT_POINT, DEBT, type PortfolioTables } from "./portfolio.tables.js";

/** Row ids of those with a number, but neither an authorisation nor a refusal. */
export function debtorsWithoutConsent(tables: Kysely<PortfolioTables>, accountId: number) {
  return numbers(tables, accountId)
    .select("debtor_id")
    .groupBy("debtor_id")
    .having(({ fn }) => fn.max(said()), "=", 0);
}

/** The numbers that are in use. */
function numbers(tables: Kysely<PortfolioTables>, accountId: number) {
  const points = tables.selectFrom(CONTACT_POINT).where("account_id", "=", accountId);
  return points.where("channel", "=", WRITTEN_CHANNEL).where("invalid_at", "is", null);
}

/** Whether a number comes with an authorisation or a refusal. */
function said() {
  const is = expressionBuilder<PortfolioTables, typeof CONTACT_POINT>();
  return is.case().when("consent", "=", "unknown").then(is.lit<number | null>(0)).else(is.lit<number | null>(1)).end();
}

/** Whom every pack forbids to write to, for want of what only a file or a person can bring. */
@Injectable()
export class ConsentGapView {
  constructor(private readonly db: Database) {}

  async of(accountId: number): Promise<z.infer<typeof ConsentGap>> {
    const tables = this.db.typed<PortfolioTables>();
    const open = tables
      .selectFrom(DEBT)
      .select((is) => ["debtor_id", is.lit<number>(1).as("owes"), is.lit<number | null>(null).as("said")])
      .where("account_id", "=", accountId)
      .where("status", "=", "open");
    const reached = numbers(tables, accountId).select((is) => ["debtor_id", is.lit<number>(0).as("owes"), said().as("said")]);
    // One pass over both tables: SQLite has no index for a join of two groupings, and takes a minute for what this takes moments.
    const debtors = tables
      .selectFrom(open.unionAll(reached).as("of_debtors"))
      .select(({ fn }) => [fn.max("owes").as("owes"), fn.max("said").as("said")])
      .groupBy("debtor_id");
    const row = await tables
      .selectFrom(debtors.as("debtors"))
      .select((is) => [
        is.fn.countAll<number>().as("owing"),
        is.fn.sum<number | string | null>(is.case().when("said", "=", 0).then(is.lit(1)).else(is.lit(0)).end()).as("silent"),
        is.fn.sum<number | string | null>(is.case().when("said", "is", null).then(is.lit(1)).else(is.lit(0)).end()).as("numberless"),
      ])
      .where("owes", "=", 1)
      .executeTakeFirstOrThrow();
    return { owing: Number(row.owing), withoutConsent: Number(row.silent ?? 0), withoutNumber: Number(row.numberless ?? 0) };
  }
}
