import { Injectable } from "@nestjs/common";
import { Database } from "../../../../platform/database/database.js";
import type { KpisTables } from "../../kpis.tables.js";
import type { Measure } from "../../metrics/domain/measure.js";
import { ContactMeasures } from "../contact-measures.view.js";
import type { Counted, Counter, Question } from "../domain/counted.js";
import { DeskMeasures } from "./desk-measures.view.js";

const MEASURES = ["accounts.contacted", "accounts.disputing"] as const satisfies readonly Measure[];

/** Who was reached by a message, and who disputed something. */
@Injectable()
export class ComplaintMeasures implements Counter {
  readonly measures = MEASURES;

  constructor(
    private readonly db: Database,
    private readonly contacts: ContactMeasures,
    private readonly desk: DeskMeasures,
  ) {}

  async count(question: Question): Promise<Counted> {
    const all: Record<(typeof MEASURES)[number], number> = {
      "accounts.contacted": await this.total(this.contacted(question)),
      "accounts.disputing": await this.total(this.disputing(question)),
    };
    return { all, currencies: new Map(), inEach: [] };
  }

  /** A row a debtor. */
  contacted(question: Question) {
    const { asOf } = question;
    return this.contacts
      .tries(question)
      .where((is) => is.or([is("delivered_recorded", "<=", asOf), is("answered_recorded", "<=", asOf)]))
      .groupBy("debtor_id");
  }

  /** A row a debtor of those that were contacted. */
  disputing(question: Question) {
    return this.desk
      .acts(question)
      .where("kind", "=", "dispute")
      .where("debtor_id", "in", this.contacted(question).select("debtor_id"))
      .groupBy("debtor_id");
  }

  private async total(debtors: ReturnType<ComplaintMeasures["contacted"]> | ReturnType<ComplaintMeasures["disputing"]>): Promise<number> {
    const rows = this.db.typed<KpisTables>();
    const row = await rows
      .selectFrom((debtors as ReturnType<ComplaintMeasures["contacted"]>).select("debtor_id").as("rows"))
      .select(({ fn }) => fn.countAll<number>().as("total"))
      .executeTakeFirst();
    return Number(row?.total ?? 0);
  }
}
