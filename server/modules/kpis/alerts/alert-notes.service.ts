import { Inject, Injectable } from "@nestjs/common";
import { CONFIG, type Config } from "../../../platform/config/config.js";
import { Database } from "../../../platform/database/database.js";
import { Logger } from "../../../platform/observability/logger.js";
import { SECOND } from "../../../shared/instant.js";
import { AccountDirectory } from "../../accounts/index.js";
import { HostApi } from "../../host/index.js";
import { alertNote } from "./alert-note.words.js";
import { AlertsStore } from "./alerts.store.js";

const TIMEOUT = 10 * SECOND;

/** Tells an alert in the helpdesk: a private note in the conversation the rule names, where whoever takes part in it is told. Tried once. */
@Injectable()
export class AlertNotes {
  constructor(
    private readonly db: Database,
    private readonly accounts: AccountDirectory,
    private readonly host: HostApi,
    private readonly store: AlertsStore,
    private readonly logger: Logger,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async write(accountId: number): Promise<void> {
    const due = await this.db.inUnitOfWork("alerts.notes", () => this.store.takeNotes(accountId));
    if (due.length === 0) return;
    const { publicId, locale } = await this.accounts.get(accountId);
    const access = await this.accounts.senderAccess(accountId);
    for (const alert of due) {
      const content = alertNote(alert, locale, `${this.config.publicUrl}/a/${publicId}/alerts`);
      const draft = { conversationId: alert.note!, content, ref: null, private: true };
      const outcome = await this.host.postMessage(access, draft, TIMEOUT);
      if (outcome.kind !== "accepted") this.logger.warn("alerts.note_not_written", { accountId, reason: outcome.reason });
      // What nobody knows stays as it is: a second note would be worse than none.
      if (outcome.kind === "unknown") continue;
      const state = outcome.kind === "accepted" ? "written" : "failed";
      await this.db.inUnitOfWork("alerts.noted", () => this.store.noted(accountId, alert.public_id, state));
    }
  }
}
