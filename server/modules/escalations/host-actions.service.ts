import { Injectable } from "@nestjs/common";
import { system } from "../../shared/actor.js";
import { DomainError } from "../../shared/errors.js";
import { type Instant, MINUTE } from "../../shared/instant.js";
import { Clock } from "../../platform/clock/clock.js";
import { Database } from "../../platform/database/database.js";
import { Logger } from "../../platform/observability/logger.js";
import { AccountRounds } from "../../platform/work/account-rounds.js";
import { problemOf } from "../../platform/work/problem-of.js";
import { type Account, AccountDirectory } from "../accounts/index.js";
import { Journal } from "../journal/index.js";
import { pauseAfter } from "./domain/retry.js";
import { escalationEvents } from "./escalations.events.js";
import { HostDeeds } from "./host-deeds.service.js";
import { type HostAction, HostActionsStore } from "./host-actions.store.js";

/** Longer than looking for a note and posting it can take. */
const LEASE = 2 * MINUTE;
/** Actions of one account before the next one has its turn. */
const TURN = 20;

/**
 * Does in the helpdesk what cases ask for: at least once, one action at a time, requests outside transactions. Label, team and status may be set
 * twice. A note may not: it carries our marker, and before it is posted again it is looked for behind the message it is about. The pauses
 * between attempts are longer than the helpdesk's listing lags.
 */
@Injectable()
export class HostActions {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly store: HostActionsStore,
    private readonly rounds: AccountRounds,
    private readonly accounts: AccountDirectory,
    private readonly deeds: HostDeeds,
    private readonly journal: Journal,
    private readonly logger: Logger,
  ) {}

  /** The worker of the lane `actions`. @returns whether there may be more */
  round(whenLate?: () => void): Promise<boolean> {
    return this.rounds.forEachAccount("actions", async (accountId) => this.turn(await this.accounts.get(accountId)), whenLate);
  }

  /** When the next action is to be tried; null when none waits. */
  nextDue(): Promise<Instant | null> {
    return this.rounds.earliest("actions", (accountId, now) => this.store.nextDue(accountId, now));
  }

  private async turn(account: Account): Promise<boolean> {
    // Before anything is claimed: a token that does not open is the account's trouble, and costs no action a try.
    await this.accounts.senderAccess(account.id);
    for (let done = 0; done < TURN; done++) {
      const now = this.clock.now();
      const action = await this.db.inUnitOfWork("actions.claim", () => this.store.claim(account.id, now, now + LEASE));
      if (!action) return false;
      await this.perform(account, action);
    }
    return true;
  }

  private async perform(account: Account, action: HostAction): Promise<void> {
    const problem = await this.attempt(account, action);
    await this.db.inUnitOfWork("actions.record", async () => {
      if (problem === null) {
        await this.store.done(account.id, action);
        return;
      }
      const pause = problem === GONE ? null : pauseAfter(action.attempts);
      if (pause !== null) await this.store.again(account.id, action, this.clock.now() + pause, problem);
      else if (await this.store.parked(account.id, action, problem)) this.recordParked(account.id, action, problem);
    });
  }

  /** @returns what went wrong, as a code; null when it is done */
  private async attempt(account: Account, action: HostAction): Promise<string | null> {
    try {
      return await this.deeds.act(account, action);
    } catch (error) {
      this.logger.warn("host_action.failed", { accountId: account.id, reason: action.kind, error });
      return error instanceof DomainError && error.kind === "not_found" ? GONE : problemOf(error);
    }
  }

  private recordParked(accountId: number, action: HostAction, problem: string): void {
    this.journal.append(accountId, {
      type: escalationEvents.actionParked,
      version: 1,
      actor: system("actions"),
      debtorId: action.debtorId,
      payload: {
        action: action.publicId,
        kind: action.kind,
        case: action.caseId,
        conversation: action.conversationId,
        problem,
        attempts: action.attempts,
      },
    });
  }
}

/** The conversation was deleted in the helpdesk: asking again does not bring it back. */
const GONE = "conversation_gone";
