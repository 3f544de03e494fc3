import { Injectable } from "@nestjs/common";
import { FigureTalliesStore } from "../tallies/figure-tallies.store.js";
import { CohortFactsView } from "./cohort-facts.view.js";
import type { CohortFacts } from "./domain/cohort-facts.js";
import { talliesOfCohort } from "./domain/cohort-tallies.js";

const NOTHING: CohortFacts = { spans: [], money: [] };

/** Of what debts brought, day by day since placement, how much that is for all placed in a month. */
@Injectable()
export class CohortHistory {
  constructor(
    private readonly facts: CohortFactsView,
    private readonly tallies: FigureTalliesStore,
  ) {}

  /**
   * In the caller's unit of work.
   * @param concerned debts, and payments that are taken back: what lay on other debts never came
   * @param write makes the rows others
   */
  async around(
    accountId: number,
    zone: string,
    { debtIds, takenBack }: { readonly debtIds: readonly number[]; readonly takenBack: readonly string[] },
    write: () => Promise<void>,
  ): Promise<void> {
    const concerned = [...new Set([...debtIds, ...(await this.facts.debtsOf(accountId, takenBack))])];
    const before = await this.facts.of(accountId, concerned);
    await write();
    const after = await this.facts.of(accountId, concerned);
    const tallies = concerned.flatMap((debtId) => talliesOfCohort(before.get(debtId) ?? NOTHING, after.get(debtId) ?? NOTHING));
    await this.tallies.add(accountId, zone, tallies);
  }
}
