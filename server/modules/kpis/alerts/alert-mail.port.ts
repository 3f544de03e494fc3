import type { AlertRecord } from "../kpis.tables.js";

/** Who mails an alert to the people of the account. Nobody may be there: then no rule can ask for a mail. */
export abstract class AlertMail {
  /** Queues it in the caller's unit of work; sent once. */
  abstract queue(accountId: number, alert: AlertRecord): Promise<void>;
}
