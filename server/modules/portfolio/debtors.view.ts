import { Injectable } from "@nestjs/common";
import type { z } from "zod";
import type { DebtorListItem, portfolioRoutes } from "../../contract/portfolio.contract.js";
import { addDays, type CalendarDate } from "../../shared/calendar.js";
import { readCursor, writeCursor } from "../../shared/cursor.js";
import { phoneKey } from "../../shared/phone-key.js";
import type { StageId } from "../../shared/stage.js";
import { personIdKey, words } from "../../shared/words.js";
import { localDate } from "../../shared/zone.js";
import { Clock } from "../../platform/clock/clock.js";
import { LookupHash } from "../../platform/crypto/lookup-hash.js";
import { Database } from "../../platform/database/database.js";
import { marks } from "../../platform/database/marks.js";
import { AccountSettingsView } from "./account-settings.view.js";
import { CONSENT_MISSING } from "./consent-gap.view.js";
import { DEFAULT_BANDS, stageOf } from "./domain/stage.js";
import { COUNTRIES } from "./domain/zones-of.js";
import { readPhone } from "./phone-number.adapter.js";
import { PortfolioReader } from "./portfolio.reader.js";

type Item = z.infer<typeof DebtorListItem>;
export type DebtorsQuery = z.output<(typeof portfolioRoutes)["debtors"]["query"]>;

interface ListRow {
  readonly id: number;
  readonly public_id: string;
  readonly external_id: string;
  readonly oldest: CalendarDate;
  readonly debts: number;
  readonly state: Item["state"];
}

/** Sorts debtors without open debts last. */
const NEVER = "9999-12-31";

/** Whether and why a debtor of `listed` is chased or not. Binds the instant twice. */
const STATE = `case when listed.debts = 0 then 'settled'
  when exists (select 1 from contact_point c where c.account_id = listed.account_id and c.debtor_id = listed.id and c.channel = 'whatsapp'
    and c.invalid_at is null and c.consent = 'withdrawn') then 'opted_out'
  when exists (select 1 from contact_point c where c.account_id = listed.account_id and c.debtor_id = listed.id and c.channel = 'whatsapp'
    and c.invalid_at is null and c.blocked_at is not null) then 'blocked'
  when exists (select 1 from hold h where h.account_id = listed.account_id and h.debtor_id = listed.id and h.debt_id is null
    and h.released_at is null and (h.until_at is null or h.until_at > ?)) then 'held'
  when not exists (select 1 from debt x where x.account_id = listed.account_id and x.debtor_id = listed.id and x.status = 'open'
    and not exists (select 1 from hold h where h.account_id = x.account_id and h.debtor_id = x.debtor_id and h.debt_id = x.id
      and h.released_at is null and (h.until_at is null or h.until_at > ?))) then 'held'
  when listed.ambiguous_number = 1 or not exists (select 1 from contact_point c where c.account_id = listed.account_id
    and c.debtor_id = listed.id and c.channel = 'whatsapp' and c.invalid_at is null and c.consent = 'granted') then 'unreachable'
  else 'chased' end`;

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
    const now = this.clock.now();
    const filters: string[] = [];
    const params: (string | number)[] = [];
    const where = (sql: string, ...values: (string | number)[]) => {
      filters.push(`and ${sql}`);
      params.push(...values);
    };
    if (query.q) this.search(accountId, query.q, where);
    if (query.stage) {
      const { from, to } = dueDates(query.stage, today);
      if (from !== null) where("oldest >= ?", from);
      if (to !== null) where("oldest <= ?", to);
      where("oldest < ?", NEVER);
    }
    if (query.state) where(`${STATE} = ?`, now, now, query.state);
    if (query.consent) where(`oldest < ? and ${CONSENT_MISSING}`, NEVER, accountId);
    const cursor = readCursor(query.cursor, ["string", "number"]);
    if (cursor) where("(oldest > ? or (oldest = ? and id > ?))", cursor[0]!, cursor[0]!, cursor[1]!);
    // What a debtor's state is takes several looks at each, so it is asked of the page and not of everybody.
    return this.db.rows<ListRow>(
      `select id, public_id, external_id, oldest, debts, ${STATE} as state from (
         select * from (
           select d.account_id, d.id, d.public_id, d.external_id, d.ambiguous_number, coalesce(o.oldest, '${NEVER}') as oldest, coalesce(o.debts, 0) as debts
           from debtor d
           left join (select debtor_id, min(due_date) as oldest, count(*) as debts from debt
             where account_id = ? and status = 'open' group by debtor_id) o on o.debtor_id = d.id
           where d.account_id = ? and (o.debts is not null or exists (select 1 from debt x where x.account_id = d.account_id
             and x.debtor_id = d.id and x.source not like 'undone:%'))
         ) listed where 1 = 1 ${filters.join(" ")} order by oldest, id limit ?
       ) listed order by oldest, id`,
      [now, now, accountId, accountId, ...params, query.limit + 1],
    );
  }

  /** Every word of a name, or a whole number: phone, personal id, debtor, debt. */
  private search(accountId: number, text: string, where: (sql: string, ...values: (string | number)[]) => void): void {
    const found = "id in (select debtor_id from debtor_lookup where account_id = ? and kind = ? and hash = ?)";
    const terms: string[] = [];
    const values: (string | number)[] = [];
    const either = (sql: string, ...params: (string | number)[]) => {
      terms.push(sql);
      values.push(...params);
    };
    const names = words(text).filter((word) => word.length > 1);
    if (names.length > 0) {
      either(
        `(${names.map(() => found).join(" and ")})`,
        ...names.flatMap((word) => [accountId, "name_word", this.hash.of(accountId, "name_word", word)]),
      );
    }
    const phones = phoneKeys(text).map((key) => this.hash.of(accountId, "phone", key));
    if (phones.length > 0) {
      either(
        `id in (select debtor_id from debtor_lookup where account_id = ? and kind = 'phone' and hash in (${marks(phones)}))`,
        accountId,
        ...phones,
      );
    }
    const personId = personIdKey(text);
    if (personId) either(found, accountId, "person_id", this.hash.of(accountId, "person_id", personId));
    either("external_id = ?", text);
    either("id in (select debtor_id from debt where account_id = ? and reference = ?)", accountId, text);
    where(`(${terms.join(" or ")})`, ...values);
  }

  private async items(accountId: number, rows: readonly ListRow[], today: CalendarDate): Promise<Item[]> {
    const ids = rows.map((row) => row.id);
    const names = await this.reader.names(accountId, ids);
    const points = await this.reader.contactPoints(accountId, ids);
    const owed =
      ids.length === 0
        ? []
        : await this.db.rows<{ debtor_id: number; currency: string; minor: number | string }>(
            `select debtor_id, currency, sum(balance_minor) as minor from debt
       where account_id = ? and status = 'open' and debtor_id in (${marks(ids)}) group by debtor_id, currency order by currency`,
            [accountId, ...ids],
          );
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
