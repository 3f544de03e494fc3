import { Injectable } from "@nestjs/common";
import { Database } from "../../platform/database/database.js";
import type { Actor } from "../../shared/actor.js";
import { type AccountName, AccountNames } from "./account-names.port.js";
import { Checkpoints } from "./checkpoints.service.js";
import { Journal } from "./journal.port.js";
import { journalEvents } from "./journal.events.js";
import { JournalExport } from "./journal-export.service.js";
import { JournalVerifier, type Verdict } from "./journal-verifier.service.js";

/** What people do with the journal; each of it leaves a record itself. */
@Injectable()
export class JournalService {
  constructor(
    private readonly db: Database,
    private readonly journal: Journal,
    private readonly names: AccountNames,
    private readonly verifier: JournalVerifier,
    private readonly checkpoints: Checkpoints,
    private readonly exporter: JournalExport,
  ) {}

  /** The accounts of this installation, for the operator's command line. */
  accounts(): Promise<AccountName[]> {
    return this.names.all();
  }

  async verify(accountId: number, actor: Actor): Promise<Verdict> {
    const verdict = await this.verifier.verify(accountId);
    await this.db.inUnitOfWork("journal.verify", async () => {
      const { ok, records, firstBad } = verdict;
      const payload = { ok, records, problem: firstBad?.code ?? null, badSeq: firstBad?.seq ?? null };
      this.journal.append(accountId, { type: journalEvents.verified, version: 1, actor, payload });
    });
    return verdict;
  }

  /**
   * The whole journal up to its own record of this export, under a fresh checkpoint, as lines of JSON (`application/x-ndjson`).
   * A journal that does not verify is exported without that checkpoint.
   */
  async export(accountId: number, actor: Actor): Promise<AsyncGenerator<string>> {
    await this.db.inUnitOfWork("journal.export", async () => {
      this.journal.append(accountId, { type: journalEvents.exported, version: 1, actor, payload: {} });
    });
    const checkpoint = await this.checkpoints.sign(accountId);
    return this.exporter.lines(accountId, checkpoint?.seq ?? null);
  }
}
