import { Injectable } from "@nestjs/common";
import { Database } from "../../../../platform/database/database.js";
import { CONTACT_TRY, type KpisTables, MONEY_FLOW, PROMISE_SPAN } from "../../kpis.tables.js";
import type { Measure } from "../../metrics/domain/measure.js";
import { ANSWER_WINDOW } from "../../projections/contacts/domain/contact-tries.js";
import type { Counted, Counter, Question } from "../domain/counted.js";

const MEASURES = ["debtors.first_contacted", "debtors.converted"] as const satisfies readonly Measure[];

/** What came later than this is not the first contact's doing. */
export const CONVERSION_WINDOW = ANSWER_WINDOW;

/** Whom somebody tried to reach for the first time, and who paid or agreed before a second time; by the rule of `firstContactResult`. */
@Injectable()
export class FirstContactMeasures implements Counter {
  readonly measures = MEASURES;

  constructor(private readonly db: Database) {}

  async count(question: Question): Promise<Counted> {
    const rows = await this.db
      .typed<KpisTables>()
      .selectFrom(this.firstContacted(question).as("first"))
      .select(({ fn }) => [fn.countAll<number>().as("debtors"), fn.sum<number | string | null>("converted").as("converted")])
      .executeTakeFirst();
    const all: Record<(typeof MEASURES)[number], number> = {
      "debtors.first_contacted": Number(rows?.debtors ?? 0),
      "debtors.converted": Number(rows?.converted ?? 0),
    };
    return { all, currencies: new Map(), inEach: [] };
  }

  /** Debtors whose first contact lies in the period and whose time is up, or who came of it; `converted` is 1 or 0. */
  firstContacted(question: Question) {
    const { asOf } = question;
    return this.tables
      .selectFrom(this.timed(question).as("t"))
      .selectAll()
      .where((is) => is.or([is("t.converted", "=", 1), is("t.ends_at", "<=", asOf)]));
  }

  private timed(question: Question) {
    const { accountId, asOf } = question;
    return this.tables.selectFrom(this.firsts(question).as("f")).select((is) => {
      // When it became known: a payment has a day and no hour.
      const paid = is
        .selectFrom(MONEY_FLOW)
        .select("seq")
        .where("account_id", "=", accountId)
        .whereRef("debtor_id", "=", "f.debtor_id")
        .where("kind", "=", "payment")
        .whereRef("recorded_at", ">=", "f.made_at")
        .whereRef("recorded_at", "<", "f.ends_at")
        .where("recorded_at", "<=", asOf);
      const agreed = is
        .selectFrom(PROMISE_SPAN)
        .select("seq")
        .where("account_id", "=", accountId)
        .whereRef("debtor_id", "=", "f.debtor_id")
        .whereRef("made_at", ">=", "f.made_at")
        .whereRef("made_at", "<", "f.ends_at")
        .where("from_at", "<=", asOf);
      return [
        "f.debtor_id",
        "f.day",
        "f.made_at",
        "f.ends_at",
        is
          .case()
          .when(is.or([is.exists(paid), is.exists(agreed)]))
          .then(1)
          .else(0)
          .end()
          .as("converted"),
      ];
    });
  }

  /** First attempts, and when what comes of them ends: with the window, or with a second attempt. */
  private firsts(question: Question) {
    const { accountId, period, asOf } = question;
    return this.tables
      .selectFrom(`${CONTACT_TRY} as t`)
      .select((is) => {
        const second = is
          .selectFrom(`${CONTACT_TRY} as s`)
          .select(({ fn }) => fn.min("s.made_at").as("at"))
          .where("s.account_id", "=", accountId)
          .whereRef("s.debtor_id", "=", "t.debtor_id")
          .whereRef("s.made_at", ">", "t.made_at")
          .where("s.made_recorded", "<=", asOf)
          .where((of) => of("s.made_at", "<", of(of.ref("t.made_at"), "+", CONVERSION_WINDOW)));
        return [
          "t.debtor_id",
          "t.day",
          "t.made_at",
          is.fn
            .coalesce(second, is(is.ref("t.made_at"), "+", CONVERSION_WINDOW))
            .$castTo<number>()
            .as("ends_at"),
        ];
      })
      .where("t.account_id", "=", accountId)
      .where("t.day", ">=", period.start)
      .where("t.day", "<", period.end)
      .where("t.made_recorded", "<=", asOf)
      .where((is) =>
        is.not(
          is.exists(
            is
              .selectFrom(`${CONTACT_TRY} as e`)
              .select("e.ref")
              .where("e.account_id", "=", accountId)
              .whereRef("e.debtor_id", "=", "t.debtor_id")
              .where("e.made_recorded", "<=", asOf)
              .where((of) =>
                of.or([
                  of("e.made_at", "<", of.ref("t.made_at")),
                  of.and([of("e.made_at", "=", of.ref("t.made_at")), of("e.ref", "<", of.ref("t.ref"))]),
                ]),
              ),
          ),
        ),
      );
  }

  private get tables() {
    return this.db.typed<KpisTables>();
  }
}
