import { Injectable } from "@nestjs/common";
import { sql } from "kysely";
import { MoneyMeasures } from "../measures/money-measures.view.js";
import type { Question } from "../measures/domain/counted.js";
import type { CutSource } from "./cut-rows.port.js";

/** Money that came in, by who paid it. */
@Injectable()
export class MoneyCutSource implements CutSource {
  readonly measures = ["cash.net"] as const;
  readonly columns = { currency: { currency: sql.ref("t.currency") } };
  readonly segmentsBy = "debtor_id";
  readonly inCurrency = true;

  constructor(private readonly money: MoneyMeasures) {}

  rows(question: Question) {
    return this.money.moved(question).selectAll();
  }

  sums() {
    return {
      "cash.net": sql`case when ${sql.ref("t.kind")} = 'hand' then ${sql.ref("t.amount_minor")} else -${sql.ref("t.amount_minor")} end`,
    };
  }
}
