import { Injectable } from "@nestjs/common";
import type { Actor } from "../../../shared/actor.js";
import { conflict, invalid } from "../../../shared/errors.js";
import type { Instant } from "../../../shared/instant.js";
import { Clock } from "../../../platform/clock/clock.js";
import { Database } from "../../../platform/database/database.js";
import { type HoldReason, Holds, PortfolioReader, type RecordedHold } from "../../portfolio/index.js";
import { CaseEvents } from "../clocks/case-events.service.js";
import { type CaseOutcome, outcomesOf } from "../domain/case-outcome.js";
import { DECIDED_BY_PEOPLE } from "../domain/deciding-holds.js";
import { escalationEvents } from "../escalations.events.js";
import { type Escalation, EscalationsStore } from "../escalations.store.js";
import { HostActionsStore } from "../host-actions.store.js";
import { CaseRecords } from "./case-records.service.js";

/** What a case ends with, and what shall become of the holds that only a person ends. */
export interface Closing {
  readonly outcome: CaseOutcome;
  readonly note: string | undefined;
  readonly hold: "keep" | "end" | undefined;
  readonly holdUntil: Instant | null;
}

/** Closes a case: outcome, holds and record are one commit. */
@Injectable()
export class CaseClosing {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly store: EscalationsStore,
    private readonly actions: HostActionsStore,
    private readonly holds: Holds,
    private readonly portfolio: PortfolioReader,
    private readonly events: CaseEvents,
    private readonly records: CaseRecords,
  ) {}

  /**
   * @throws DomainError `case.not_found`, `case.over`, `case.outcome_not_of_reason`, `case.hold_undecided`, `case.note_needed` to end a hold,
   * `case.hold_past`
   */
  close(accountId: number, publicId: string, closing: Closing, actor: Actor): Promise<void> {
    return this.db.inUnitOfWork("case.close", async () => {
      const one = await this.store.mustBeOpen(accountId, publicId);
      if (!outcomesOf(one.reason).includes(closing.outcome)) {
        throw invalid("case.outcome_not_of_reason", "A case of this reason does not end so.", {
          field: "outcome",
          remedy: "Choose one of the outcomes that the case lists.",
        });
      }
      await this.decide(accountId, one, closing, actor);
      const at = this.clock.now();
      await this.store.closed(accountId, one.id, at, closing.outcome);
      await this.events.record(accountId, one.id, [{ kind: "resolved", at, source: `closed:${at}` }]);
      const { debtorId, conversationId, reason, lastMessageId: afterMessageId } = one;
      const payload = { answered: one.answeredAt !== null, outcome: closing.outcome };
      this.records.append(accountId, one, escalationEvents.closed, actor, payload, closing.note);
      if (one.holdId !== null && !(await this.store.holdInUse(accountId, one.holdId)))
        await this.holds.release(accountId, one.holdId, actor);
      await this.actions.add(accountId, [{ kind: "resolve", caseId: publicId, debtorId, conversationId, reason, afterMessageId }]);
    });
  }

  /** Kept holds stay as they are or get an end; ended ones need a reason on record. */
  private async decide(accountId: number, one: Escalation, { hold, holdUntil, note }: Closing, actor: Actor): Promise<void> {
    const undecided = await this.undecided(accountId, one.debtorId);
    if (undecided.length === 0) return;
    if (hold === undefined) {
      throw conflict("case.hold_undecided", "A hold waits for a person's decision, and the case cannot be closed without it.", {
        field: "hold",
        remedy: "Say whether it stays, until when, or ends.",
      });
    }
    if (hold === "end" && note === undefined) {
      throw invalid("case.note_needed", "Who ends such a hold says why.", { field: "note", remedy: "Write one sentence." });
    }
    if (holdUntil !== null && holdUntil <= this.clock.now()) {
      throw invalid("case.hold_past", "That moment is over.", { field: "holdUntil", remedy: "Choose a later one." });
    }
    if (hold === "keep" && holdUntil === null) return;
    for (const { publicId, debtorId, debtId, reason } of undecided) {
      if (hold === "keep") {
        await this.holds.place(accountId, { debtorId, debtId, reason: reason as HoldReason, until: holdUntil, actor, note: note ?? null });
      }
      await this.holds.release(accountId, publicId, actor, note ?? null);
    }
  }

  /** Holds of the debtor that only a person ends and that have no end yet. */
  async undecided(accountId: number, debtorId: number | null): Promise<RecordedHold[]> {
    if (debtorId === null) return [];
    const holds = (await this.portfolio.activeHolds(accountId, [debtorId], this.clock.now())).get(debtorId) ?? [];
    return holds.filter(({ reason, until }) => until === null && DECIDED_BY_PEOPLE.includes(reason));
  }
}
