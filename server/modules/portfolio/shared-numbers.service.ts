import { Injectable } from "@nestjs/common";
import type { Actor } from "../../shared/actor.js";
import { Clock } from "../../platform/clock/clock.js";
import { Journal } from "../journal/index.js";
import { DebtorsStore } from "./debtors.store.js";
import { portfolioEvents } from "./portfolio.events.js";

/** Look-up hashes of numbers that debtors got and lost, and who lost one. */
export interface NumberMoves {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly losers: readonly number[];
}

/** Who moved them, and by which import; null where a person did. */
export interface NumberContext {
  readonly accountId: number;
  readonly actor: Actor;
  readonly importId: string | null;
}

/** A number of two debtors is used for neither until a file or a person says whose it is. */
@Injectable()
export class SharedNumbers {
  constructor(
    private readonly store: DebtorsStore,
    private readonly clock: Clock,
    private readonly journal: Journal,
  ) {}

  /** Marks and unmarks the debtors behind numbers that moved, in the caller's unit of work. */
  async review(context: NumberContext, { added, removed, losers }: NumberMoves): Promise<void> {
    const holders = await this.store.holders(context.accountId, "phone", [...new Set(added)]);
    await this.mark(context, [...holders.values()].filter((ids) => ids.length > 1).flat(), true);
    const left = await this.store.holders(context.accountId, "phone", [...new Set(removed)]);
    const suspects = [...new Set([...losers, ...[...left.values()].flat()])];
    const still = await this.store.sharers(context.accountId, suspects);
    await this.mark(
      context,
      suspects.filter((id) => !still.has(id)),
      false,
    );
  }

  private async mark({ accountId, actor, importId }: NumberContext, debtorIds: readonly number[], ambiguous: boolean): Promise<void> {
    const type = ambiguous ? portfolioEvents.numberShared : portfolioEvents.numberCleared;
    for (const debtorId of await this.store.markAmbiguous(accountId, [...new Set(debtorIds)], ambiguous, this.clock.now())) {
      this.journal.append(accountId, { type, version: 1, actor, debtorId, payload: { import: importId } });
    }
  }
}
