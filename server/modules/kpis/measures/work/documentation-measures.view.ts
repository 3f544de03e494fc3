import { Injectable } from "@nestjs/common";
import { DAY } from "../../../../shared/instant.js";
import { Database } from "../../../../platform/database/database.js";
import type { KpisTables } from "../../kpis.tables.js";
import type { Measure } from "../../metrics/domain/measure.js";
import { ContactMeasures } from "../contact-measures.view.js";
import type { Counted, Counter, Question } from "../domain/counted.js";

const MEASURES = ["cases.all", "cases.documented"] as const satisfies readonly Measure[];

/** A message of which nothing was told for so long has no delivery on record. */
export const DELIVERY_SILENCE = 3 * DAY;

/** Whether a stranger finds everything of a case on record: of all that was tried with a debtor in the period. */
@Injectable()
export class DocumentationMeasures implements Counter {
  readonly measures = MEASURES;

  constructor(
    private readonly db: Database,
    private readonly contacts: ContactMeasures,
  ) {}

  async count(question: Question): Promise<Counted> {
    const row = await this.db
      .typed<KpisTables>()
      .selectFrom(this.cases(question).as("c"))
      .select((is) => [
        is.fn.countAll<number>().as("cases"),
        is.fn.sum<number | string | null>(is.case().when("c.lacking", "=", 0).then(1).else(0).end()).as("documented"),
      ])
      .executeTakeFirst();
    const all: Record<(typeof MEASURES)[number], number> = {
      "cases.all": Number(row?.cases ?? 0),
      "cases.documented": Number(row?.documented ?? 0),
    };
    return { all, currencies: new Map(), inEach: [] };
  }

  /** A row a debtor: how many attempts there were, how many of them lack something, and of one of these what. */
  cases(question: Question) {
    const { asOf } = question;
    return this.contacts
      .tries(question)
      .select((is) => {
        const silent = is.and([
          is("origin", "=", "cadence"),
          is("made_at", "<=", asOf - DELIVERY_SILENCE),
          ...(["delivered_recorded", "read_recorded", "failed_recorded", "answered_recorded"] as const).map((known) =>
            is.or([is(known, "is", null), is(known, ">", asOf)]),
          ),
        ]);
        const lacks = is.or([is("gaps", "is not", null), silent]);
        return [
          "debtor_id",
          is.fn.max("day").as("day"),
          is.fn.countAll<number | string>().as("attempts"),
          is.fn.sum<number | string>(is.case().when(lacks).then(1).else(0).end()).as("lacking"),
          is.fn
            .max<string | null>(is.case().when("gaps", "is not", null).then(is.ref("gaps")).when(silent).then("delivery_states").end())
            .as("gap"),
        ];
      })
      .groupBy("debtor_id");
  }
}
