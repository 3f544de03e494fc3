import { Injectable } from "@nestjs/common";
import type { Instant } from "../../shared/instant.js";
import { PolicyFactsView } from "./facts.view.js";
import { type ContactIntent, decide, type Decision, PACKS } from "./rules.js";

/** One intended contact of one debtor. */
export interface DebtorIntent {
  readonly debtorId: number;
  readonly intent: ContactIntent;
}

/** Asks the engine with facts read now. Inside a unit of work that holds the debtors' locks its answers are binding. */
@Injectable()
export class PolicyDesk {
  constructor(private readonly facts: PolicyFactsView) {}

  /** One decision per intent, in the same order; a debtor that does not exist is denied by the rule that names it. */
  async decideMany(accountId: number, intents: readonly DebtorIntent[], now: Instant): Promise<(Decision | null)[]> {
    const facts = await this.facts.load(accountId, [...new Set(intents.map(({ debtorId }) => debtorId))], now);
    return intents.map(({ debtorId, intent }) => {
      const known = facts.get(debtorId);
      return known ? decide(intent, known, PACKS, now) : null;
    });
  }
}
