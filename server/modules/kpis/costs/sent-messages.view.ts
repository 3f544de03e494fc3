import { Injectable } from "@nestjs/common";
import type { AliasableExpression, ExpressionBuilder } from "kysely";
import { Database } from "../../../platform/database/database.js";
import type { CalendarDate } from "../../../shared/calendar.js";
import type { Instant } from "../../../shared/instant.js";
import { TypedRecords } from "../../journal/index.js";
import { CONTACT_POINT, type PortfolioTables } from "../../portfolio/index.js";
import { templateEvents } from "../../templates/index.js";
import { CONTACT_TRY, type KpisTables } from "../kpis.tables.js";
import { edgesOf, type Question } from "../measures/domain/counted.js";
import { textOrNull } from "../projections/domain/payload.js";
import type { SentCost } from "./domain/known-costs.js";
import { categoryAt, type CategoryChange, priceOn } from "./domain/message-price.js";
import { priceOf, PricesStore } from "./prices.store.js";

/** Delivered messages of a day that are alike. */
export interface SentMessages extends SentCost {
  readonly cadence: string | null;
  /** The due date they were about. */
  readonly anchor: CalendarDate | null;
  /** ISO 3166-1 of the number; null where it is not known. */
  readonly country: string | null;
  /** Of the template when it was sent; null where it was never told. */
  readonly category: string | null;
}

/** More changes of a category than any library of templates has. */
const MOST_CHANGES = 10_000;

/** What was delivered and what it costs. Only what is delivered is charged, by the number's country and the category of the instant of sending. */
@Injectable()
export class SentMessagesView {
  constructor(
    private readonly db: Database,
    private readonly records: TypedRecords,
    private readonly prices: PricesStore,
  ) {}

  /** @param apart also by cadence and due date */
  async of(question: Question, apart = false): Promise<SentMessages[]> {
    const { start, end } = edgesOf(question);
    const changes = await this.categories(question.accountId);
    const changed = [...new Set(changes.map(({ at }) => at).filter((at) => at > start && at < end))].toSorted((a, b) => a - b);
    /** Between two of these instants no category changed. */
    const eras = [start, ...changed];
    const rows = await this.delivered(question, eras, apart);
    if (rows.length === 0) return [];
    const prices = (await this.prices.asOf(question.accountId, question.asOf)).map(priceOf);
    return rows.map(({ day, era, template, language, country, cadence, anchor, messages }) => {
      const category = categoryAt(changes, template ?? "", language ?? "", eras[era]!);
      const price = country !== null && category !== null ? priceOn(prices, country, category, day) : null;
      const cost = price && { micros: BigInt(price.micros) * BigInt(messages), currency: price.currency };
      return { day, messages, price: cost, cadence, anchor, country, category };
    });
  }

  private async delivered({ accountId, period, asOf }: Question, eras: readonly Instant[], apart: boolean) {
    const sent = this.db
      .typed<KpisTables & PortfolioTables>()
      .selectFrom(`${CONTACT_TRY} as t`)
      .select((is) => [
        "t.day",
        eraOf(is, eras).as("era"),
        "t.template",
        "t.language",
        "t.cadence",
        "t.anchor",
        // Where the number is from stands first: `["MX-BCN", …`
        is
          .selectFrom(`${CONTACT_POINT} as c`)
          .select((of) => of.fn<string | null>("substr", [of.ref("c.places"), of.val(3), of.val(2)]).as("country"))
          .where("c.account_id", "=", accountId)
          .whereRef("c.debtor_id", "=", "t.debtor_id")
          .where("c.channel", "=", "whatsapp")
          .where("c.places", "is not", null)
          .orderBy("c.id")
          .limit(1)
          .as("country"),
      ])
      .where("t.account_id", "=", accountId)
      .where("t.origin", "=", "cadence")
      .where("t.channel", "=", "whatsapp")
      .where("t.day", ">=", period.start)
      .where("t.day", "<", period.end)
      .where("t.made_recorded", "<=", asOf)
      .where((is) =>
        is.or([is("t.delivered_recorded", "<=", asOf), is("t.read_recorded", "<=", asOf), is("t.answered_recorded", "<=", asOf)]),
      )
      .as("sent");
    const columns = ["day", "era", "template", "language", "country", ...(apart ? (["cadence", "anchor"] as const) : [])] as const;
    const rows = await this.db
      .typed<KpisTables>()
      .selectFrom(sent)
      .select([...columns])
      .select(({ fn }) => fn.countAll<number>().as("messages"))
      .groupBy([...columns])
      .execute();
    return rows.map((row) => {
      const country = /^[A-Z]{2}$/.test(row.country ?? "") ? row.country : null;
      const { cadence = null, anchor = null } = row as { cadence?: string | null; anchor?: CalendarDate | null };
      return {
        day: row.day!,
        era: Number(row.era),
        template: row.template,
        language: row.language,
        country,
        cadence,
        anchor,
        messages: Number(row.messages),
      };
    });
  }

  private async categories(accountId: number): Promise<CategoryChange[]> {
    const upTo = await this.records.headSeq(accountId);
    const told = await this.records.between(accountId, [templateEvents.statusChanged], { after: 0, upTo }, MOST_CHANGES);
    return told.map(({ at, payload }) => ({
      template: textOrNull(payload, "template") ?? "",
      language: textOrNull(payload, "language") ?? "",
      category: textOrNull(payload, "category") ?? "",
      at,
    }));
  }
}

type Sent = ExpressionBuilder<{ t: KpisTables[typeof CONTACT_TRY] }, "t">;

/** Number of the last of these instants that had come when a message was made. */
function eraOf(is: Sent, eras: readonly Instant[]): AliasableExpression<number> {
  const later = eras.slice(1);
  if (later.length === 0) return is.lit(0);
  const [first, ...rest] = later.toReversed();
  const last = is.case().when("t.made_at", ">=", first!).then(later.length);
  return rest
    .reduce((so, at, index) => so.when("t.made_at", ">=", at).then(later.length - 1 - index), last)
    .else(0)
    .end();
}
