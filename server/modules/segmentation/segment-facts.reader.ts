import { Injectable } from "@nestjs/common";
import { addDays } from "../../shared/calendar.js";
import { localDate, wholeDay } from "../../shared/zone.js";
import { Database } from "../../platform/database/database.js";
import { PAYMENT, type PaymentsTables } from "../payments/index.js";
import { PortfolioReader } from "../portfolio/index.js";
import { DebtorConduct } from "./debtor-conduct.port.js";
import type { RuleDay } from "./rule-sql.plan.js";
import type { SegmentFacts } from "./rules.js";

/** What rules ask about the open debts of one debtor, for evaluating them in memory. */
@Injectable()
export class SegmentFactsReader {
  constructor(
    private readonly db: Database,
    private readonly portfolio: PortfolioReader,
    private readonly conduct: DebtorConduct,
  ) {}

  /** By debt row id. */
  async ofDebtor(accountId: number, debtorId: number, { day, zone }: RuleDay): Promise<Map<number, SegmentFacts>> {
    const debtor = (await this.portfolio.debtors(accountId, [debtorId])).get(debtorId);
    if (!debtor) return new Map();
    const all = (await this.portfolio.debts(accountId, [debtorId])).get(debtorId) ?? [];
    const open = all.filter((debt) => debt.status === "open" && debt.balanceMinor > 0);
    const conduct = await this.conduct.of(accountId, debtorId, wholeDay(zone, addDays(day, -29)).start);
    const payments = await this.db
      .typed<PaymentsTables>()
      .selectFrom(PAYMENT)
      .select(({ fn }) => fn.countAll<number>().as("n"))
      .where("account_id", "=", accountId)
      .where("debtor_id", "=", debtorId)
      .where("status", "<>", "reversed")
      .where("source", "<>", "note")
      .where("value_date", ">=", addDays(day, -89))
      .executeTakeFirstOrThrow();
    return new Map(
      open.map((debt) => [
        debt.id,
        {
          dueDate: debt.dueDate,
          currency: debt.currency,
          balanceMinor: debt.balanceMinor,
          owedMinor: open.filter(({ currency }) => currency === debt.currency).reduce((sum, { balanceMinor }) => sum + balanceMinor, 0),
          instalmentMinor: debt.instalmentMinor,
          product: debt.product,
          creditDate: debt.creditDate,
          customerType: debtor.kind,
          country: debtor.country,
          employment: debtor.employment,
          lastReplyOn: conduct.lastReplyAt === null ? null : localDate(zone, conduct.lastReplyAt),
          replies30d: conduct.repliesSince,
          payments90d: payments.n,
          promisesKept: conduct.promisesKept,
          promisesBroken: conduct.promisesNotKept,
        },
      ]),
    );
  }
}
