import { Injectable } from "@nestjs/common";
import { Database } from "../../platform/database/database.js";
import { type FoldedRefusals, RefusalJournal } from "../../platform/observability/refusal-journal.port.js";
import { system } from "../../shared/actor.js";
import { toIso } from "../../shared/instant.js";
import { Journal } from "../journal/index.js";
import { AccountEvent } from "./accounts.events.js";

/** Who was refused at an account's doors, in that account's journal. */
@Injectable()
export class RefusalJournalAdapter extends RefusalJournal {
  constructor(
    private readonly journal: Journal,
    private readonly db: Database,
  ) {
    super();
  }

  async record(accountId: number, { refusal, reason, count, since, until }: FoldedRefusals): Promise<void> {
    await this.db.inUnitOfWork("refusals.record", async () => {
      this.journal.append(accountId, {
        type: AccountEvent.refusalsCounted,
        version: 1,
        actor: system("doors"),
        payload: { refusal, code: reason, count, since: toIso(since), until: toIso(until) },
      });
    });
  }
}
