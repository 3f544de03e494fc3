import { runSide } from "../harness/side.mjs";
import { fillPortfolio } from "./portfolio.mjs";

/** What a planned message is, but for its row id and the moment it was planned. */
const COLUMNS =
  "account_id, debtor_id, channel, kind, dedupe_key, step_id, anchor_date, cadence_version, planned_on, " +
  "template, language, template_version, state, not_before, not_after, attempt_no, fence, looks";
const WRITTEN = ["outbox_message", "journal_record", "journal_head"];

/** A portfolio of one size that is planned again and again, each time from the same beginning and each time to the same messages. */
export class PlanBed {
  /** What every run has planned so far; a side that plans anything else has nothing to be compared with. */
  #messages = null;

  static async prepare(server, debts) {
    const bed = new PlanBed();
    bed.debts = debts;
    bed.database = await server.create();
    await fillPortfolio(bed.database.sql, debts);
    return bed;
  }

  get planned() {
    return this.#messages.rows;
  }

  /** @param {"saldo" | "bare" | "naive"} side */
  async run(side) {
    await this.database.empty(WRITTEN);
    const measurement = await runSide(`plan/${side}.side.mjs`, this.database.environment, {});
    const messages = await this.database.fingerprint("outbox_message", COLUMNS);
    this.#messages ??= messages;
    if (messages.rows === 0 || JSON.stringify(messages) !== JSON.stringify(this.#messages)) {
      throw new Error(`${side} planned ${JSON.stringify(messages)}, not ${JSON.stringify(this.#messages)}`);
    }
    return measurement;
  }
}
