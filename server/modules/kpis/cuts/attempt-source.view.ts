import { Injectable } from "@nestjs/common";
import { type RawBuilder, sql } from "kysely";
import { ContactMeasures, PROOFS } from "../measures/contact-measures.view.js";
import type { Question } from "../measures/domain/counted.js";
import { type CutSource, none, one, when } from "./cut-rows.port.js";

/** Attempts, by what is known of the message as it went. */
@Injectable()
export class AttemptCutSource implements CutSource {
  readonly measures = ["attempts.made", "attempts.delivered", "attempts.read", "attempts.failed", "attempts.answered"] as const;
  readonly columns = {
    stage: { due: sql.ref("t.anchor"), day: sql.ref("t.day") },
    cadence: { cadence: sql.ref("t.cadence"), version: sql.ref("t.cadence_version") },
    template: { template: sql.ref("t.template") },
    channel: { channel: sql.ref("t.channel") },
    agent: { agent: sql.ref("t.actor") },
    hour: { day: sql.ref("t.day"), hour: sql.ref("t.hour") },
  };
  readonly segmentsBy = "debtor_id";
  readonly inCurrency = false;
  readonly cases = {
    key: sql.ref("t.ref"),
    debt: none,
    day: sql.ref("t.day"),
    note: sql`coalesce(${sql.ref("t.failure")}, ${sql.ref("t.template")}, ${sql.ref("t.channel")})`,
    sortedBy: sql.ref("t.made_at"),
  };

  constructor(private readonly contacts: ContactMeasures) {}

  rows(question: Question) {
    return this.contacts.tries(question).selectAll();
  }

  sums({ asOf }: Question) {
    const known = (measure: keyof typeof PROOFS): RawBuilder<unknown> =>
      when(
        sql.join(
          PROOFS[measure].map((column) => sql`${sql.ref(`t.${column}`)} <= ${asOf}`),
          sql` or `,
        ),
      );
    return {
      "attempts.made": one,
      "attempts.delivered": known("attempts.delivered"),
      "attempts.read": known("attempts.read"),
      "attempts.failed": known("attempts.failed"),
      "attempts.answered": known("attempts.answered"),
    };
  }
}
