import { Injectable } from "@nestjs/common";
import { type Expression, expressionBuilder, sql, type SqlBool } from "kysely";
import type { z } from "zod";
import type { DebtorListItem, portfolioRoutes } from "../../contract/portfolio.contract.js";
import { addDays, type CalendarDate } from "../../shared/calendar.js";
import type { Instant } from "../../shared/instant.js";
import { readCursor, writeCursor } from "../../shared/cursor.js";
import { phoneKey } from "../../shared/phone-key.js";
import type { StageId } from "../../shared/stage.js";
import { personIdKey, words } from "../../shared/words.js";
import { localDate } from "../../shared/zone.js";
import { Clock } from "../../platform/clock/clock.js";
import { LookupHash, type LookupKind } from "../../platform/crypto/lookup-hash.js";
import { Database } from "../../platform/database/database.js";
import { AccountSettingsView } from "./account-settings.view.js";
import { debtorsWithoutConsent } from "./consent-gap.view.js";
import { DEFAULT_BANDS, stageOf } from "./domain/stage.js";
import { COUNTRIES } from "./domain/zones-of.js";
import { readPhone } from "./phone-number.adapter.js";
import { PortfolioReader } from "./portfolio.reader.js";
import { CONTACT_POINT, DEBT, DEBTOR, DEBTOR_LOOKUP, HOLD, type PortfolioTables } from "./portfolio.tables.js";

type Item = z.infer<typeof DebtorListItem>;
export type DebtorsQuery = z.output<(typeof portfolioRoutes)["debtors"]["query"]>;

/** Debtors with what they owe, as the list sorts and narrows them. */
interface Listed {
  readonly account_id: number;
  readonly id: number;
  readonly public_id: string;
  readonly external_id: string;
  readonly ambiguous_number: 0 | 1;
  readonly oldest: CalendarDate;
  readonly debts: number;
}
type ListRow = Pick<Listed, "id" | "public_id" | "external_id" | "oldest" | "debts"> & { readonly state: Item["state"] };
type Listing = PortfolioTables & { readonly listed: Listed };

/** Sorts debtors without open debts last. */
const NEVER: CalendarDate = "9999-12-31";

/** Whether and why a debtor of `listed` is chased or not. */
function stateOf(now: Instant) {
  const is = expressionBuilder<Listing, "listed">();
  const said = (state: Item["state"]) => sql.lit(state);
  const number = is
    .selectFrom(`${CONTACT_POINT} as c`)
    .select("c.id")
    .whereRef("c.account_id", "=", "listed.account_id")
    .whereRef("c.debtor_id", "=", "listed.id")
    .where("c.channel", "=", "whatsapp")
    .where("c.invalid_at", "is", null);
  const held = is
    .selectFrom(`${HOLD} as h`)
    .select("h.id")
    .whereRef("h.account_id", "=", "listed.account_id")
    .whereRef("h.debtor_id", "=", "listed.id")
    .where("h.released_at", "is", null)
    .where((of) => of.or([of("h.until_at", "is", null), of("h.until_at", ">", now)]));
  const chased = is
    .selectFrom(`${DEBT} as x`)
    .select("x.id")
    .whereRef("x.account_id", "=", "listed.account_id")
    .whereRef("x.debtor_id", "=", "listed.id")
    .where("x.status", "=", "open")
    .where((of) => of.not(of.exists(held.where("h.debt_id", "=", of.ref("x.id")))));
  return is
    .case()
    .when("listed.debts", "=", 0)
    .then(said("settled"))
    .when(is.exists(number.where("c.consent", "=", "withdrawn")))
    .then(said("opted_out"))
    .when(is.exists(number.where("c.blocked_at", "is not", null)))
    .then(said("blocked"))
    .when(is.or([is.exists(held.where("h.debt_id", "is", null)), is.not(is.exists(chased))]))
    .then(said("held"))
    .when(is.or([is("listed.ambiguous_number", "=", 1), is.not(is.exists(number.where("c.consent", "=", "granted")))]))
    .then(said("unreachable"))
    .else(said("chased"))
    .end();
}

/** The list of debtors, most overdue first, without those of whom only an import that was undone ever told. Sealed values are found by their hashes; only the names of the page are opened. */
@Injectable()
export class DebtorsView {
  constructor(
    private readonly db: Database,
    private readonly reader: PortfolioReader,
    private readonly accounts: AccountSettingsView,
    private readonly hash: LookupHash,
    private readonly clock: Clock,
  ) {}

  async list(accountId: number, query: DebtorsQuery): Promise<{ items: Item[]; next: string | null; total: null }> {
    const { zone } = await this.accounts.of(accountId);
    const today = localDate(zone, this.clock.now());
    const rows = await this.page(accountId, query, today);
    const more = rows.length > query.limit;
    const shown = rows.slice(0, query.limit);
    const last = shown.at(-1);
    return { items: await this.items(accountId, shown, today), next: more && last ? writeCursor(last.oldest, last.id) : null, total: null };
  }

  private page(accountId: number, query: DebtorsQuery, today: CalendarDate): Promise<ListRow[]> {
    const is = expressionBuilder<Listing, "listed">();
    const state = stateOf(this.clock.now());
    const filters: Expression<SqlBool>[] = [];
    if (query.q) filters.push(this.search(accountId, query.q));
    if (query.stage) {
      const { from, to } = dueDates(query.stage, today);
      if (from !== null) filters.push(is("oldest", ">=", from));
      if (to !== null) filters.push(is("oldest", "<=", to));
      filters.push(is("oldest", "<", NEVER));
    }
    if (query.state) filters.push(is(state, "=", query.state));
    if (query.consent) filters.push(is("oldest", "<", NEVER), is("id", "in", debtorsWithoutConsent(this.tables, accountId)));
    const cursor = readCursor(query.cursor, ["string", "number"]);
    if (cursor) {
      const [oldest, id] = cursor as [CalendarDate, number];
      filters.push(is.or([is("oldest", ">", oldest), is.and([is("oldest", "=", oldest), is("id", ">", id)])]));
    }
    const page = this.tables
      .selectFrom(this.listed(accountId).as("listed"))
      .selectAll()
      .where((all) => all.and(filters))
      .orderBy("oldest")
      .orderBy("id")
      .limit(query.limit + 1);
    // What a debtor's state is takes several looks at each, so it is asked of the page and not of everybody.
    return this.tables
      .selectFrom(page.as("listed"))
      .select(["id", "public_id", "external_id", "oldest", "debts"])
      .select(state.as("state"))
      .orderBy("oldest")
      .orderBy("id")
      .execute();
  }

  /** Those who owe, and those of whom more than an import that was undone ever told. */
  private listed(accountId: number) {
    const owed = this.tables
      .selectFrom(DEBT)
      .select(({ fn }) => ["debtor_id", fn.min("due_date").as("oldest"), fn.countAll<number>().as("debts")])
      .where("account_id", "=", accountId)
      .where("status", "=", "open")
      .groupBy("debtor_id");
    return this.tables
      .selectFrom(`${DEBTOR} as d`)
      .leftJoin(owed.as("o"), "o.debtor_id", "d.id")
      .select(["d.account_id", "d.id", "d.public_id", "d.external_id", "d.ambiguous_number"])
      .select((is) => [
        is.fn.coalesce("o.oldest", sql.lit<CalendarDate>(NEVER)).as("oldest"),
        is.fn.coalesce("o.debts", is.lit<number>(0)).as("debts"),
      ])
      .where("d.account_id", "=", accountId)
      .where((is) => {
        const told = is.selectFrom(`${DEBT} as x`).select("x.id").whereRef("x.account_id", "=", "d.account_id");
        const stands = told.whereRef("x.debtor_id", "=", "d.id").where("x.source", "not like", "undone:%");
        return is.or([is("o.debts", "is not", null), is.exists(stands)]);
      });
  }

  /** Every word of a name, or a whole number: phone, personal id, debtor, debt. */
  private search(accountId: number, text: string): Expression<SqlBool> {
    const is = expressionBuilder<Listing, "listed">();
    const found = (kind: LookupKind, hashes: readonly string[]) => {
      const known = this.tables.selectFrom(DEBTOR_LOOKUP).select("debtor_id").where("account_id", "=", accountId);
      return is("id", "in", known.where("kind", "=", kind).where("hash", "in", hashes));
    };
    const terms: Expression<SqlBool>[] = [];
    const names = words(text).filter((word) => word.length > 1);
    if (names.length > 0) terms.push(is.and(names.map((word) => found("name_word", [this.hash.of(accountId, "name_word", word)]))));
    const phones = phoneKeys(text).map((key) => this.hash.of(accountId, "phone", key));
    if (phones.length > 0) terms.push(found("phone", phones));
    const personId = personIdKey(text);
    if (personId) terms.push(found("person_id", [this.hash.of(accountId, "person_id", personId)]));
    const called = this.tables.selectFrom(DEBT).select("debtor_id").where("account_id", "=", accountId).where("reference", "=", text);
    return is.or([...terms, is("external_id", "=", text), is("id", "in", called)]);
  }

  private get tables() {
    return this.db.typed<PortfolioTables>();
  }

  private async items(accountId: number, rows: readonly ListRow[], today: CalendarDate): Promise<Item[]> {
    const ids = rows.map((row) => row.id);
    const names = await this.reader.names(accountId, ids);
    const points = await this.reader.contactPoints(accountId, ids);
    const owed =
      ids.length === 0
        ? []
        : await this.tables
            .selectFrom(DEBT)
            .select(({ fn }) => ["debtor_id", "currency", fn.sum<number | string>("balance_minor").as("minor")])
            .where("account_id", "=", accountId)
            .where("status", "=", "open")
            .where("debtor_id", "in", ids)
            .groupBy(["debtor_id", "currency"])
            .orderBy("currency")
            .execute();
    return rows.map((row) => ({
      id: row.public_id,
      name: names.get(row.id) ?? "",
      externalId: row.external_id,
      stage: row.oldest === NEVER ? null : stageOf(row.oldest, today),
      owes: owed.filter((sum) => sum.debtor_id === row.id).map(({ minor, currency }) => ({ minor: Number(minor), currency })),
      debts: row.debts,
      phoneEnding: (points.get(row.id) ?? []).find((point) => point.channel === "whatsapp" && !point.invalid)?.ending ?? null,
      state: row.state,
    }));
  }
}

/** What a typed number may stand for: itself, or one of any country we know when its code was left out. */
function phoneKeys(text: string): string[] {
  if (text.replace(/\D/g, "").length < 7) return [];
  const numbers = COUNTRIES.map((country) => readPhone(text, country)).flatMap((result) =>
    "number" in result ? phoneKey(result.number) : [],
  );
  return [...new Set([phoneKey(text), ...numbers])];
}

/** The due dates, both included, whose debts are in a stage today; null = unbounded. */
function dueDates(stage: StageId, today: CalendarDate): { from: CalendarDate | null; to: CalendarDate | null } {
  const index = DEFAULT_BANDS.findIndex((band) => band.id === stage);
  const band = DEFAULT_BANDS[index]!;
  const next = DEFAULT_BANDS[index + 1];
  return {
    from: next ? addDays(today, 1 - next.from) : null,
    to: Number.isFinite(band.from) ? addDays(today, -band.from) : null,
  };
}
