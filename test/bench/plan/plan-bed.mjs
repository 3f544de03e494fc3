import { runSide } from "../harness/side.mjs";
import { plannedSteps } from "./planned-steps.mjs";
import { fillPortfolio } from "./portfolio.mjs";

/** What a planned message is beside its step, but for its row id and the moment it was planned. */
const COLUMNS = "account_id, debtor_id, channel, kind, dedupe_key, planned_on, language, state, attempt_no, fence, times_absent";
const WRITTEN = ["outbox_message", "journal_record", "journal_head"];

/** A portfolio of one size that is planned again and again, each time from the same beginning and each time to the same messages. */
export class PlanBed {
  /** What every run has planned so far; a side that plans anything else has nothing to be compared with. */
  #messages = null;
  #due = null;

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

  /** @param {"saldo" | "bare" | "naive"} side Saldo first: the others are given the steps it found due */
  async run(side) {
    const { database } = this;
    await database.empty(WRITTEN);
    const measurement = await runSide(`plan/${side}.side.mjs`, database.environment, this.#due ?? {});
    this.#due ??= await plannedSteps(database.sql);
    const messages = await database.fingerprint("outbox_message", `${COLUMNS}, ${this.#due.columns.join(", ")}`);
    this.#messages ??= messages;
    if (messages.rows === 0 || JSON.stringify(messages) !== JSON.stringify(this.#messages)) {
      throw new Error(`${side} planned ${JSON.stringify(messages)}, not ${JSON.stringify(this.#messages)}`);
    }
    return measurement;
  }
}
