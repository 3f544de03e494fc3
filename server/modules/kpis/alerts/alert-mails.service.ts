import { Inject, Injectable } from "@nestjs/common";
import { CONFIG, type Config } from "../../../platform/config/config.js";
import { Database } from "../../../platform/database/database.js";
import { AccountDirectory, MailPeople, Mails } from "../../accounts/index.js";
import { alertLetter } from "./alert-note.words.js";
import { AlertsStore } from "./alerts.store.js";

/**
 * Mails an alert to the administrators of the account. Who they are and where they are reached is asked of the helpdesk before anything is written;
 * where it does not answer, the alert stands and its mails wait for the next round.
 */
@Injectable()
export class AlertMails {
  constructor(
    private readonly db: Database,
    private readonly accounts: AccountDirectory,
    private readonly people: MailPeople,
    private readonly mails: Mails,
    private readonly store: AlertsStore,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @throws DomainError `host.*` when the helpdesk does not answer */
  async write(accountId: number): Promise<void> {
    const due = await this.store.mailsDue(accountId);
    if (due.length === 0) return;
    const { publicId, locale, name } = await this.accounts.get(accountId);
    const people = (await this.people.list(accountId)).filter(({ role }) => role === "administrator");
    for (const alert of due) {
      const content = alertLetter(alert, locale, { account: name, address: `${this.config.publicUrl}/a/${publicId}/alerts` });
      const letters = people.flatMap(({ hostUserId, address }) =>
        address === null ? [] : [{ recipient: `user:${hostUserId}`, address, content }],
      );
      await this.db.inUnitOfWork("alerts.mail", async () => {
        if (!(await this.store.takeMail(accountId, alert.public_id))) return;
        await this.mails.write(accountId, { purpose: "alert", about: alert.public_id }, letters);
      });
    }
  }
}
