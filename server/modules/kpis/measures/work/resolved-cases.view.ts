import { Injectable } from "@nestjs/common";
import { Database } from "../../../../platform/database/database.js";
import { CONTACT_TRY, DEBT_SPAN, type KpisTables, NO_END } from "../../kpis.tables.js";
import { fraction } from "../../metrics/domain/arithmetic/fraction.js";
import { RESOLVED_BY_FIRST, RESOLVED_BY_SECOND, RESOLVED_BY_THIRD } from "../../metrics/domain/definitions/contact/resolved-by-contact.js";
import type { MetricValue } from "../../metrics/domain/metric-value.js";
import { SETTLED_HOW } from "../../projections/debts/domain/debt-history.js";
import type { Question } from "../domain/counted.js";
import type { FigureMethod, FiguresById } from "../domain/figures-by-id.js";

const READINGS = [
  { id: RESOLVED_BY_FIRST.id, contacts: 1 },
  { id: RESOLVED_BY_SECOND.id, contacts: 2 },
  { id: RESOLVED_BY_THIRD.id, contacts: 3 },
] as const;

/** By how many contacts a figure's cases were resolved. @returns null for another figure */
export function contactsOf(id: string): number | null {
  return READINGS.find((reading) => reading.id === id)?.contacts ?? null;
}

/**
 * Cases in which the debtor was reached, and after how many contacts all of it was paid. A case is what a debtor owed when he was reached
 * first: once that is settled, what comes later is another one. It lies in the period of that first contact.
 */
@Injectable()
export class ResolvedCases implements FigureMethod {
  readonly ids = READINGS.map(({ id }) => id);

  constructor(private readonly db: Database) {}

  async figures(question: Question): Promise<FiguresById> {
    const rows = await this.db
      .typed<KpisTables>()
      .selectFrom(this.cases(question).as("c"))
      .select(({ fn }) => ["contacts", fn.countAll<number>().as("cases")])
      .groupBy("contacts")
      .execute();
    const reached = rows.reduce((sum, { cases }) => sum + Number(cases), 0);
    return new Map(
      READINGS.map(({ id, contacts }) => {
        const resolved = rows.reduce((sum, row) => sum + (resolvedBy(row.contacts, contacts) ? Number(row.cases) : 0), 0);
        return [id, [shareOf(resolved, reached)]];
      }),
    );
  }

  /** One row a case: `contacts` is by how many it was resolved, null while it is not. */
  cases(question: Question) {
    const { accountId, asOf } = question;
    const ended = this.tables.selectFrom(this.ended(question).as("r")).where("r.resolved_at", "is not", null);
    return ended.select((is) => [
      "r.debtor_id",
      "r.ref",
      "r.day",
      is
        .case()
        .when("r.resolved_at", "<", NO_END)
        .then(
          is
            .selectFrom(`${CONTACT_TRY} as n`)
            .select(({ fn }) => fn.countAll<number>().as("contacts"))
            .where("n.account_id", "=", accountId)
            .whereRef("n.debtor_id", "=", "r.debtor_id")
            .whereRef("n.answered_at", ">=", "r.answered_at")
            .whereRef("n.answered_at", "<=", "r.resolved_at")
            .where("n.answered_recorded", "<=", asOf),
        )
        .end()
        .$castTo<number | string | null>()
        .as("contacts"),
    ]);
  }

  /** Cases with the instant at which the last of their debts was settled; `NO_END` where one is not, null where nothing was owed. */
  private ended({ accountId, period, asOf }: Question) {
    return (
      this.tables
        .selectFrom(`${CONTACT_TRY} as t`)
        .select((is) => {
          const settled = is
            .selectFrom(`${DEBT_SPAN} as d`)
            .select((of) =>
              of.fn
                .max<number | string | null>(
                  of.case().when("d.closed_how", "in", SETTLED_HOW).then(of.ref("d.closed_at")).else(of.lit(NO_END)).end(),
                )
                .as("settled"),
            )
            .where("d.account_id", "=", accountId)
            .whereRef("d.debtor_id", "=", "t.debtor_id")
            .where("d.from_at", "<=", asOf)
            .where("d.to_at", ">", asOf)
            .where("d.status", "<>", "cancelled")
            .whereRef("d.placed_at", "<=", "t.answered_at")
            .where((of) => of.or([of("d.closed_at", "is", null), of("d.closed_at", ">", of.ref("t.answered_at"))]));
          return ["t.debtor_id", "t.ref", "t.day", "t.answered_at", settled.as("resolved_at")];
        })
        .where("t.account_id", "=", accountId)
        .where("t.day", ">=", period.start)
        .where("t.day", "<", period.end)
        .where("t.answered_recorded", "<=", asOf)
        // No earlier contact was about a debt that was still there.
        .where((is) =>
          is.not(
            is.exists(
              is
                .selectFrom(`${CONTACT_TRY} as e`)
                .innerJoin(`${DEBT_SPAN} as s`, (join) =>
                  join
                    .onRef("s.debtor_id", "=", "e.debtor_id")
                    .on("s.account_id", "=", accountId)
                    .on("s.from_at", "<=", asOf)
                    .on("s.to_at", ">", asOf)
                    .onRef("s.placed_at", "<=", "e.answered_at"),
                )
                .select("e.ref")
                .where("e.account_id", "=", accountId)
                .whereRef("e.debtor_id", "=", "t.debtor_id")
                .whereRef("e.answered_at", "<", "t.answered_at")
                .where("e.answered_recorded", "<=", asOf)
                .where((of) => of.or([of("s.closed_at", "is", null), of("s.closed_at", ">", of.ref("t.answered_at"))])),
            ),
          ),
        )
    );
  }

  private get tables() {
    return this.db.typed<KpisTables>();
  }
}

function resolvedBy(contacts: number | string | null, most: number): boolean {
  return contacts !== null && Number(contacts) <= most;
}

function shareOf(resolved: number, reached: number): MetricValue {
  const above = BigInt(resolved);
  if (reached === 0) return { state: "no_data", reason: "nothing_below", numerator: above };
  return { state: "value", value: fraction(above, reached), numerator: above, denominator: BigInt(reached), n: reached };
}
