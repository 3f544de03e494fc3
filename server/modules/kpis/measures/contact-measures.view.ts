import { Injectable } from "@nestjs/common";
import { Database } from "../../../platform/database/database.js";
import type { Instant } from "../../../shared/instant.js";
import { TALLIED_CONTACTS } from "../projections/tallies/domain/day-tally.js";
import { FigureTallies } from "../projections/tallies/figure-tallies.view.js";
import { TypedRecords } from "../../journal/index.js";
import { CONTACT_DENIAL, CONTACT_TRY, type KpisTables } from "../kpis.tables.js";
import type { Measure } from "../metrics/domain/measure.js";
import { PeopleCounts } from "./people-counts.reader.js";
import { type Counted, type Counter, edgesOf, type Question } from "./domain/counted.js";

const MEASURES = [
  "attempts.made",
  "attempts.delivered",
  "attempts.read",
  "attempts.failed",
  "attempts.answered",
  "attempts.denied",
  "debtors.attempted",
  "debtors.answering",
  "debtors.reached",
  "contacts.regulated",
  "contacts.permitted",
  "contacts.prevented",
] as const satisfies readonly Measure[];

/** When what became of an attempt was written down. */
const RECORDED = ["made_recorded", "delivered_recorded", "read_recorded", "failed_recorded", "answered_recorded"] as const;
type Recorded = (typeof RECORDED)[number];

/** What tells that an attempt came so far: an answer proves that it arrived and was read. */
export const PROOFS = {
  "attempts.delivered": ["delivered_recorded", "answered_recorded"],
  "attempts.read": ["read_recorded", "answered_recorded"],
  "attempts.failed": ["failed_recorded"],
  "attempts.answered": ["answered_recorded"],
} as const satisfies Partial<Record<Measure, readonly Recorded[]>>;

/** Whom somebody tried to reach, and what came of it. */
@Injectable()
export class ContactMeasures implements Counter {
  readonly measures = MEASURES;

  constructor(
    private readonly db: Database,
    private readonly records: TypedRecords,
    private readonly tallies: FigureTallies,
    private readonly counts: PeopleCounts,
  ) {}

  async count(question: Question): Promise<Counted> {
    const added = await this.added(question);
    const { attempted, answering } = await this.people(question);
    const { "attempts.made": made, "attempts.denied": denied } = added;
    const all: Record<(typeof MEASURES)[number], number> = {
      ...added,
      "debtors.attempted": attempted,
      "debtors.answering": answering,
      "debtors.reached": answering,
      "contacts.regulated": made,
      "contacts.permitted": made - (await this.violations(question)),
      "contacts.prevented": denied,
    };
    return { all, currencies: new Map(), inEach: [] };
  }

  /** Attempts and what became of them: what was added up by day, and what was written down since. */
  async added(question: Question): Promise<Record<(typeof TALLIED_CONTACTS)[number], number>> {
    const { accountId, period, asOf } = question;
    const { sums, since } = await this.tallies.of(accountId, TALLIED_CONTACTS, period, asOf);
    const added = await this.since(question, since);
    for (const { measure, total } of sums) if (isTalliedContact(measure)) added[measure] += total;
    return added;
  }

  private async debtors(tries: ReturnType<ContactMeasures["tries"]>): Promise<number> {
    const row = await tries.select(({ fn }) => fn.count<number>("debtor_id").distinct().as("debtors")).executeTakeFirst();
    return Number(row?.debtors ?? 0);
  }

  /** Debtors somebody tried to reach, and those of them who answered. Of other periods than those of the calendar the attempts are asked. */
  async people(question: Question): Promise<{ readonly attempted: number; readonly answering: number }> {
    const counted = await this.counts.of(question);
    if (counted) return { attempted: counted["debtors.attempted"], answering: counted["debtors.answering"] };
    const attempted = await this.debtors(this.tries(question));
    return { attempted, answering: await this.debtors(this.tries(question).where("answered_recorded", "<=", question.asOf)) };
  }

  /** What became known from an instant on: of the attempts of the period those of which anything was written down since. */
  private async since(question: Question, since: Instant): Promise<Record<(typeof TALLIED_CONTACTS)[number], number>> {
    const { accountId, asOf } = question;
    // Each kind of news is a range of its own index; asked for as alternatives, all attempts of the period would be read.
    const [first, ...others] = RECORDED.map((column) =>
      this.all(accountId).select("ref").where(column, ">=", since).where(column, "<=", asOf),
    );
    const news = others.reduce<typeof first>((refs, other) => refs!.union(other), first)!.as("news");
    const row = await this.tries(question)
      .select((is) => {
        const known = (...columns: readonly Recorded[]) => {
          const by = (sign: "<=" | "<", at: Instant) =>
            is.and([is("made_recorded", sign, at), is.or(columns.map((column) => is(column, sign, at)))]);
          // What was known before stands in the sums; an unknown instant is neither before nor after.
          return is.fn.sum<number | string>(is.case().when(by("<", since)).then(0).when(by("<=", asOf)).then(1).else(0).end());
        };
        return [
          known("made_recorded").as("made"),
          known(...PROOFS["attempts.delivered"]).as("delivered"),
          known(...PROOFS["attempts.read"]).as("read"),
          known(...PROOFS["attempts.failed"]).as("failed"),
          known(...PROOFS["attempts.answered"]).as("answered"),
        ];
      })
      .where("ref", "in", (is) => is.selectFrom(news).select("news.ref"))
      .executeTakeFirst();
    return {
      "attempts.made": Number(row?.made ?? 0),
      "attempts.delivered": Number(row?.delivered ?? 0),
      "attempts.read": Number(row?.read ?? 0),
      "attempts.failed": Number(row?.failed ?? 0),
      "attempts.answered": Number(row?.answered ?? 0),
      "attempts.denied": await this.denied(question, since),
    };
  }

  /** Attempts that a rule forbade in the period. */
  denials({ accountId, period, asOf }: Question) {
    return this.db
      .typed<KpisTables>()
      .selectFrom(CONTACT_DENIAL)
      .where("account_id", "=", accountId)
      .where("day", ">=", period.start)
      .where("day", "<", period.end)
      .where("recorded_at", "<=", asOf);
  }

  private async denied(question: Question, since: Instant): Promise<number> {
    const row = await this.denials(question)
      .select(({ fn }) => fn.countAll<number>().as("denied"))
      .where("recorded_at", ">=", since)
      .executeTakeFirst();
    return Number(row?.denied ?? 0);
  }

  /** Few, so they are counted in the journal itself. */
  private violations(question: Question): Promise<number> {
    const { start, end } = edgesOf(question);
    return this.records.count(question.accountId, "violation.detected", { from: start, before: end, recordedUpTo: question.asOf });
  }

  /** Attempts made in the period. */
  tries({ accountId, period, asOf }: Question) {
    return this.all(accountId).where("day", ">=", period.start).where("day", "<", period.end).where("made_recorded", "<=", asOf);
  }

  private all(accountId: number) {
    return this.db.typed<KpisTables>().selectFrom(CONTACT_TRY).where("account_id", "=", accountId);
  }
}

function isTalliedContact(measure: Measure): measure is (typeof TALLIED_CONTACTS)[number] {
  return (TALLIED_CONTACTS as readonly Measure[]).includes(measure);
}
