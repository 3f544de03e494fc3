import { Injectable } from "@nestjs/common";
import type { CalendarDate } from "../../shared/calendar.js";
import { Database } from "../../platform/database/database.js";
import { DEBT, type PortfolioTables } from "../portfolio/index.js";
import { DebtorConduct } from "../segmentation/index.js";
import { repliesFrom } from "./exits.plan.js";
import type { CadenceExits, ExitFacts } from "./rules.js";

const NOBODY: ReadonlySet<number> = new Set();

/** What the exits of a cadence ask about debtors, read for deciding in memory. Inside a unit of work that holds the debtors' locks it is the truth. */
@Injectable()
export class CadenceExitFacts {
  constructor(
    private readonly db: Database,
    private readonly conduct: DebtorConduct,
  ) {}

  /** By debtor row id; only what the exits ask is read. */
  async of(
    accountId: number,
    debtorIds: readonly number[],
    exits: CadenceExits,
    at: { readonly day: CalendarDate; readonly zone: string },
  ): Promise<Map<number, ExitFacts>> {
    if (debtorIds.length === 0) return new Map();
    const repliers =
      exits.repliedWithinDays === null
        ? NOBODY
        : await this.conduct.whoReplied(accountId, debtorIds, repliesFrom(exits.repliedWithinDays, at));
    const promisers = exits.activePromise ? await this.conduct.whoPromised(accountId, debtorIds) : NOBODY;
    const owed =
      exits.smallBalance.length === 0
        ? []
        : await this.db
            .typed<PortfolioTables>()
            .selectFrom(DEBT)
            .select(({ fn }) => ["debtor_id", "currency", fn.sum<number | string>("balance_minor").as("owed")])
            .where("account_id", "=", accountId)
            .where("debtor_id", "in", debtorIds)
            .where("status", "=", "open")
            .groupBy(["debtor_id", "currency"])
            .execute();
    const balances = Map.groupBy(owed, (row) => row.debtor_id);
    return new Map(
      debtorIds.map((id) => [
        id,
        {
          replied: repliers.has(id),
          promised: promisers.has(id),
          owed: new Map((balances.get(id) ?? []).map((row) => [row.currency, Number(row.owed)])),
        },
      ]),
    );
  }
}
