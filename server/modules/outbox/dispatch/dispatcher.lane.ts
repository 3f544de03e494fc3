import { Injectable } from "@nestjs/common";
import { Ids } from "../../../platform/crypto/ids.js";
import { JobQueue } from "../../../platform/queue/job-queue.js";
import { AccountRounds } from "../../../platform/work/account-rounds.js";
import type { Instant } from "../../../shared/instant.js";
import { AccountDirectory } from "../../accounts/index.js";
import { DispatchTurn } from "./dispatch-turn.service.js";
import { OutboxAgenda } from "../outbox-agenda.view.js";

/** The lane `dispatch`: one turn for every account in a round, so that a large one cannot starve the others. */
@Injectable()
export class Dispatcher {
  private readonly owner: string;

  constructor(
    private readonly rounds: AccountRounds,
    private readonly queue: JobQueue,
    private readonly accounts: AccountDirectory,
    private readonly turn: DispatchTurn,
    private readonly agenda: OutboxAgenda,
    ids: Ids,
  ) {
    this.owner = ids.next();
  }

  /** @returns whether another round may find more at once */
  round(): Promise<boolean> {
    return this.rounds.forEachAccount(
      "dispatch",
      async (accountId) => this.turn.of(await this.accounts.get(accountId), this.owner),
      () => void this.queue.wake("dispatch"),
    );
  }

  /** When the next message is due; null when none is. */
  nextDue(): Promise<Instant | null> {
    return this.rounds.earliest("dispatch", (accountId, now) => this.agenda.nextToSend(accountId, now));
  }
}
