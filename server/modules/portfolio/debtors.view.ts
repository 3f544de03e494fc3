import { Injectable } from "@nestjs/common";
import { type Expression, expressionBuilder, sql, type SqlBool } from "kysely";
import type { z } from "zod";
import type { DebtorListItem, portfolioRoutes } from "../../contract/portfolio.contract.js";
import { WRITTEN_CHANNEL } from "../../shared/channel.js";
import { addDays, type CalendarDate } from "../../shared/calendar.js";
import type { Instant } from "../../shared/instant.js";
import { readCursor, writeCursor } from "../../shared/cursor.js";
import type { StageId } from "../../shared/stage.js";
import { localDate } from "../../shared/zone.js";
import { Clock } from "../../platform/clock/clock.js";
import { Database } from "../../platform/database/database.js";
import { AccountSettingsView } from "./account-settings.view.js";
import { debtorsWithoutConsent } from "./consent-gap.view.js";
import { DebtorSearch, type Search } from "./debtor-search.view.js";
import { DEFAULT_BANDS, stageOf } from "./domain/stage.js";
import { PortfolioReader } from "./portfolio.reader.js";
import { CONTACT_POINT, DEBT, DEBTOR, HOLD, type PortfolioTables } from "./portfolio.tables.js";

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
  /** In the currency that was asked for. */
  readonly owed: number;
}
type ListRow = Pick<Listed, "id" | "public_id" | "external_id" | "oldest" | "debts"> & {
  readonly sorted_by: string | number;
  readonly state: Item["state"];
};
type Listing = PortfolioTables & { readonly listed: Listed };

/** Names that are opened for one page of a search. */
const MOST_LOOKED_AT = 2_000;

const SORTS: Readonly<
  Record<NonNullable<DebtorsQuery["sort"]>, { readonly by: "oldest" | "debts" | "owed"; readonly way: "asc" | "desc" }>
> = {
  due: { by: "oldest", way: "asc" },
  "-due": { by: "oldest", way: "desc" },
  debts: { by: "debts", way: "asc" },
  "-debts": { by: "debts", way: "desc" },
  owes: { by: "owed", way: "asc" },
  "-owes": { by: "owed", way: "desc" },
};

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
    .where("c.channel", "=", WRITTEN_CHANNEL)
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
    private readonly search: DebtorSearch,
    private readonly clock: Clock,
  ) {}

  async list(accountId: number, query: DebtorsQuery): Promise<{ items: Item[]; next: string | null; total: null }> {
    const { zone } = await this.accounts.of(accountId);
    const today = localDate(zone, this.clock.now());
    const search = query.q ? await this.search.of(accountId, query.q) : null;
    const found: ListRow[] = [];
    const names = new Map<number, string>();
    let next = query.cursor ?? null;
    let looked = 0;
    // Where names have to be looked at, a page may take several reads; after so many it is shorter, and goes on with the next.
    do {
      const rows = await this.page(accountId, { ...query, cursor: next ?? undefined }, search, today);
      const read = rows.slice(0, query.limit);
      const fits = search?.look ? await this.named(accountId, read, search, names) : read;
      const room = query.limit - found.length;
      const last = fits.length > room ? fits[room - 1] : read.at(-1);
      next = last && (rows.length > query.limit || fits.length > room) ? cursorOf(last) : null;
      found.push(...fits.slice(0, room));
      looked += read.length;
    } while (next !== null && found.length < query.limit && looked < MOST_LOOKED_AT);
    return { items: await this.items(accountId, found, today, names), next, total: null };
  }

  /** @param known takes the names that were opened */
  private async named(accountId: number, rows: readonly ListRow[], search: Search, known: Map<number, string>): Promise<ListRow[]> {
    const ids = rows.map(({ id }) => id);
    for (const [id, name] of await this.reader.names(accountId, ids)) known.set(id, name);
    return rows.filter(({ id }) => search.finds({ id, name: known.get(id) ?? "" }));
  }

  private page(accountId: number, query: DebtorsQuery, search: Search | null, today: CalendarDate): Promise<ListRow[]> {
    const is = expressionBuilder<Listing, "listed">();
    const state = stateOf(this.clock.now());
    const filters: Expression<SqlBool>[] = [];
    if (search) filters.push(search.condition);
    if (query.stage) {
      const { from, to } = dueDates(query.stage, today);
      if (from !== null) filters.push(is("oldest", ">=", from));
      if (to !== null) filters.push(is("oldest", "<=", to));
      filters.push(is("oldest", "<", NEVER));
    }
    if (query.state) filters.push(is(state, "=", query.state));
    if (query.consent) filters.push(is("oldest", "<", NEVER), is("id", "in", debtorsWithoutConsent(this.tables, accountId)));
    const cursor = readCursor(query.cursor, ["string", "number"]);
    const { by, way } = SORTS[query.sort ?? "due"];
    if (cursor) {
      const [key, id] = cursor as [string, number];
      const at = by === "oldest" ? key : Number(key);
      filters.push(is.or([is(by, way === "asc" ? ">" : "<", at), is.and([is(by, "=", at), is("id", ">", id)])]));
    }
    const page = this.tables
      .selectFrom(this.listed(accountId, query.currency).as("listed"))
      .selectAll()
      .where((all) => all.and(filters))
      .orderBy(by, way)
      .orderBy("id")
      .limit(query.limit + 1);
    // What a debtor's state is takes several looks at each, so it is asked of the page and not of everybody.
    return this.tables
      .selectFrom(page.as("listed"))
      .select(["id", "public_id", "external_id", "oldest", "debts", `${by} as sorted_by`])
      .select(state.as("state"))
      .orderBy(by, way)
      .orderBy("id")
      .execute();
  }

  /** Those who owe, and those of whom more than an import that was undone ever told. */
  private listed(accountId: number, currency: string | undefined) {
    const owed = this.tables
      .selectFrom(DEBT)
      .select(({ fn }) => ["debtor_id", fn.min("due_date").as("oldest"), fn.countAll<number>().as("debts")])
      // Amounts of several currencies have no order: without one named nobody owes more than another.
      .select((is) =>
        is.fn
          .sum<number>(
            is
              .case()
              .when("currency", "=", currency ?? "")
              .then(is.ref("balance_minor"))
              .else(0)
              .end(),
          )
          .as("owed"),
      )
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
        is.fn.coalesce("o.owed", is.lit<number>(0)).as("owed"),
      ])
      .where("d.account_id", "=", accountId)
      .where((is) => {
        const debts = is.selectFrom(`${DEBT} as x`).select("x.id").whereRef("x.account_id", "=", "d.account_id");
        const stands = debts.whereRef("x.debtor_id", "=", "d.id").where("x.source", "not like", "undone:%");
        return is.or([is("o.debts", "is not", null), is.exists(stands)]);
      });
  }

  private get tables() {
    return this.db.typed<PortfolioTables>();
  }

  private async items(
    accountId: number,
    rows: readonly ListRow[],
    today: CalendarDate,
    opened: ReadonlyMap<number, string>,
  ): Promise<Item[]> {
    const ids = rows.map((row) => row.id);
    const closed = ids.filter((id) => !opened.has(id));
    const names = new Map([...opened, ...(await this.reader.names(accountId, closed))]);
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
      phoneEnding: (points.get(row.id) ?? []).find((point) => point.channel === WRITTEN_CHANNEL && !point.invalid)?.ending ?? null,
      state: row.state,
    }));
  }
}

function cursorOf({ sorted_by: key, id }: ListRow): string {
  return writeCursor(String(key), id);
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
