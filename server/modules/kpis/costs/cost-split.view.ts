import { Injectable } from "@nestjs/common";
import type { CostSplitRow, CostSplitView } from "../../../contract/kpis/costs.contract.js";
import { Clock } from "../../../platform/clock/clock.js";
import { Database } from "../../../platform/database/database.js";
import { addDays } from "../../../shared/calendar.js";
import { type Currency } from "../../../shared/money.js";
import { STAGES } from "../../../shared/stage.js";
import { localDate } from "../../../shared/zone.js";
import { AccountDirectory } from "../../accounts/index.js";
import { stageOf } from "../../portfolio/rules.js";
import { type KpisTables, MONEY_FLOW } from "../kpis.tables.js";
import type { Question } from "../measures/domain/counted.js";
import { reportingPeriod } from "../metrics/domain/period.js";
import { CostsReader } from "./costs.reader.js";
import { firstOfNextMonth } from "./domain/cost.js";
import { shareIn } from "./domain/cost-share.js";
import { minorOfMicros } from "./domain/message-price.js";

type Key = string | null;
interface Sums {
  messages: number;
  entered: number;
  micros: bigint;
  recovered: number;
}

/** The costs of a month by cadence or stage, as far as it is known for which they were. What is known of neither stands in a row of its own. */
@Injectable()
export class CostSplitPage {
  constructor(
    private readonly clock: Clock,
    private readonly db: Database,
    private readonly accounts: AccountDirectory,
    private readonly costs: CostsReader,
  ) {}

  async show(
    accountId: number,
    { by, month, currency }: { readonly by: "cadence" | "stage"; readonly month: string; readonly currency: Currency },
  ): Promise<CostSplitView> {
    const { zone } = await this.accounts.get(accountId);
    const asOf = this.clock.now();
    const first = `${month}-01`;
    const tomorrow = addDays(localDate(zone, asOf), 1);
    const next = firstOfNextMonth(first);
    const period = reportingPeriod(zone, first, next > tomorrow && first < tomorrow ? tomorrow : next);
    const rows = await this.rows({ accountId, asOf, period }, by, currency);
    return { by, from: first, to: addDays(period.end, -1), rows };
  }

  private async rows(question: Question, by: "cadence" | "stage", currency: Currency): Promise<CostSplitRow[]> {
    const { entries, sent } = await this.costs.of(question, true);
    const sums = new Map<Key, Sums>();
    const of = (key: Key): Sums => {
      const known = sums.get(key) ?? { messages: 0, entered: 0, micros: 0n, recovered: 0 };
      sums.set(key, known);
      return known;
    };
    const { start, end } = question.period;
    for (const entry of entries) if (entry.currency === currency) of(entry[by]).entered += shareIn(entry, start, end);
    const entered = entries.some((entry) => entry.kind === "messages" && entry.currency === currency);
    for (const { day, anchor, cadence, messages, price } of sent) {
      const row = of(by === "cadence" ? cadence : anchor === null ? null : stageOf(anchor, day));
      row.messages += messages;
      if (!entered && price?.currency === currency) row.micros += price.micros;
    }
    if (by === "stage") for (const { stage, minor } of await this.recovered(question, currency)) of(stage).recovered += minor;
    const keys =
      by === "stage" ? [...STAGES.filter((stage) => sums.has(stage)), ...(sums.has(null) ? [null] : [])] : sorted([...sums.keys()]);
    // Rounded as one runs through them, so that the rows add up to the whole.
    let micros = 0n;
    return keys.map((key) => {
      const row = of(key);
      const before = minorOfMicros(micros, currency);
      micros += row.micros;
      const known = row.entered + minorOfMicros(micros, currency) - before;
      return { key, messages: row.messages, known, recovered: by === "stage" ? row.recovered : null };
    });
  }

  /** Money by the stage its debt was in on the day it counts for; what lies on no debt is of none. */
  private async recovered({ accountId, period, asOf }: Question, currency: Currency) {
    const rows = await this.db
      .typed<KpisTables>()
      .selectFrom(MONEY_FLOW)
      .select(({ fn }) => ["kind", "age", fn.sum<number | string>("amount_minor").as("amount")])
      .where("account_id", "=", accountId)
      .where("currency", "=", currency)
      .where("day", ">=", period.start)
      .where("day", "<", period.end)
      .where("recorded_at", "<=", asOf)
      .where("kind", "in", ["payment", "reversal", "credit", "hand"])
      .groupBy(["kind", "age"])
      .execute();
    return rows.map(({ kind, age, amount }) => {
      const minor = kind === "hand" ? Number(amount) : 0 - Number(amount);
      return { minor, stage: age === null ? null : stageOf(period.start, addDays(period.start, age)) };
    });
  }
}

function sorted(keys: readonly Key[]): Key[] {
  return keys.toSorted((a, b) => (a === null ? 1 : b === null ? -1 : a < b ? -1 : 1));
}
