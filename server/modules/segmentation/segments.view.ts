import { Injectable } from "@nestjs/common";
import type { z } from "zod";
import type {
  DebtorSegment,
  SegmentChoices,
  SegmentDay,
  SegmentMember,
  SegmentPreview,
  SegmentView,
} from "../../contract/segmentation.contract.js";
import { addDays } from "../../shared/calendar.js";
import { notFound } from "../../shared/errors.js";
import { toIso } from "../../shared/instant.js";
import { localDate } from "../../shared/zone.js";
import { Clock } from "../../platform/clock/clock.js";
import { Database } from "../../platform/database/database.js";
import type { SqlValue } from "../../platform/database/dialect.js";
import { AccountDirectory } from "../accounts/index.js";
import { DEBT, DEBTOR, PortfolioReader } from "../portfolio/index.js";
import { DebtorConduct, type Predicate } from "./debtor-conduct.port.js";
import { compileRule, type RuleDay } from "./rule-sql.plan.js";
import { isDefaultSegment, type SegmentRule } from "./rules.js";
import { SegmentUses } from "./segment-uses.port.js";
import { SEGMENT_MEMBER } from "./segmentation.tables.js";
import { type Segment, SegmentsStore } from "./segments.store.js";

type View<T extends z.ZodType> = z.infer<T>;
type Counts = Pick<SegmentView, "debts" | "debtors" | "owed">;
/** Which debts `d` of debtors `p`, after `where`. */
interface Members {
  readonly from: string;
  readonly params: readonly SqlValue[];
}
interface MemberRow {
  readonly memberId: number;
  readonly debtorRow: number;
  readonly debtId: string;
  readonly debtorId: string;
  readonly externalId: string;
  readonly reference: string;
  readonly balanceMinor: number;
  readonly currency: string;
  readonly dueDate: string;
  readonly since: string | null;
}

const SHOWN = 20;
const DAYS_SHOWN = 60;
const MOST_PRODUCTS = 100;

/** Segments as people look at them. */
@Injectable()
export class SegmentsView {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly accounts: AccountDirectory,
    private readonly store: SegmentsStore,
    private readonly uses: SegmentUses,
    private readonly portfolio: PortfolioReader,
    private readonly conduct: DebtorConduct,
  ) {}

  async list(accountId: number): Promise<SegmentView[]> {
    const segments = await this.store.list(accountId);
    return Promise.all(segments.map((segment) => this.show(accountId, segment)));
  }

  async show(accountId: number, segment: Segment): Promise<SegmentView> {
    return {
      id: segment.publicId,
      key: segment.key,
      name: nameOf(segment),
      isDefault: isDefaultSegment(segment.key),
      rule: segment.rule as SegmentView["rule"],
      version: segment.version,
      usedBy: await this.uses.of(accountId, segment.key),
      updatedAt: toIso(segment.updatedAt),
      refreshedOn: segment.refreshedOn,
      ...(await this.counts(membersOf(accountId, segment.id))),
    };
  }

  async preview(accountId: number, rule: SegmentRule): Promise<View<typeof SegmentPreview>> {
    const members = ofRule(accountId, compileRule(rule, await this.today(accountId), this.conduct));
    const open = await this.db.row<{ n: number }>(
      `select count(*) as n from ${DEBT} d where d.account_id = ? and d.status = 'open' and d.balance_minor > 0`,
      [accountId],
    );
    const rows = await this.db.rows<MemberRow>(
      `select d.id as memberId, ${MEMBER_COLUMNS}, null as since ${members.from} order by d.due_date, d.id limit ${SHOWN}`,
      members.params,
    );
    return { ...(await this.counts(members)), of: Number(open?.n ?? 0), first: await this.members(accountId, rows) };
  }

  /** @param after row id of the last one seen */
  async page(accountId: number, publicId: string, after: number, limit: number): Promise<{ items: SegmentMember[]; last: number | null }> {
    const segment = await this.one(accountId, publicId);
    const { from, params } = membersOf(accountId, segment.id);
    const rows = await this.db.rows<MemberRow>(
      `select m.id as memberId, ${MEMBER_COLUMNS}, m.from_date as since ${from} and m.id > ? order by m.id limit ?`,
      [...params, after, limit + 1],
    );
    const shown = rows.slice(0, limit);
    return { items: await this.members(accountId, shown), last: rows.length > limit ? (shown.at(-1)?.memberId ?? null) : null };
  }

  async days(accountId: number, publicId: string): Promise<View<typeof SegmentDay>[]> {
    const segment = await this.one(accountId, publicId);
    const { day } = await this.today(accountId);
    const first = addDays(day, 1 - DAYS_SHOWN);
    const perDay = async (column: "from_date" | "to_date") => {
      const rows = await this.db.rows<{ date: string; n: number }>(
        `select ${column} as date, count(*) as n from ${SEGMENT_MEMBER} where account_id = ? and segment_id = ? and ${column} >= ? group by ${column}`,
        [accountId, segment.id, first],
      );
      return new Map(rows.map((row) => [row.date, Number(row.n)]));
    };
    const [joined, left] = [await perDay("from_date"), await perDay("to_date")];
    return Array.from({ length: DAYS_SHOWN }, (_, index) => addDays(first, index)).map((date) => ({
      date,
      joined: joined.get(date) ?? 0,
      left: left.get(date) ?? 0,
    }));
  }

  async ofDebtor(accountId: number, debtorPublicId: string): Promise<View<typeof DebtorSegment>[]> {
    const debtor = await this.portfolio.findDebtor(accountId, debtorPublicId);
    if (!debtor) throw notFound("debtor.not_found", "There is no such debtor.");
    const rows = await this.db.rows<Omit<View<typeof DebtorSegment>, "name"> & { name: string }>(
      `select s.segment_key as \`key\`, s.name, d.public_id as debtId, d.reference, m.from_date as \`from\`, m.to_date as \`to\`
         from ${SEGMENT_MEMBER} m
         join segment s on s.account_id = m.account_id and s.id = m.segment_id
         join ${DEBT} d on d.account_id = m.account_id and d.id = m.debt_id
        where m.account_id = ? and m.debtor_id = ? order by m.from_date desc, m.id desc limit 200`,
      [accountId, debtor.id],
    );
    return rows.map((row) => ({ ...row, name: row.name === "" ? null : row.name }));
  }

  async choices(accountId: number): Promise<View<typeof SegmentChoices>> {
    const words = async (column: "d.currency" | "d.product" | "p.country", limit: number) => {
      const rows = await this.db.rows<{ word: string }>(
        `select ${column} as word, count(*) as n from ${DEBT} d join ${DEBTOR} p on p.account_id = d.account_id and p.id = d.debtor_id
          where d.account_id = ? and ${column} is not null group by ${column} order by n desc, word limit ?`,
        [accountId, limit],
      );
      return rows.map(({ word }) => word);
    };
    return {
      currencies: await words("d.currency", MOST_PRODUCTS),
      products: await words("d.product", MOST_PRODUCTS),
      countries: await words("p.country", MOST_PRODUCTS),
    };
  }

  private async one(accountId: number, publicId: string): Promise<Segment> {
    const segment = await this.store.byPublicId(accountId, publicId);
    if (!segment || segment.archivedAt !== null) throw notFound("segment.not_found", "There is no such segment.");
    return segment;
  }

  private async today(accountId: number): Promise<RuleDay> {
    const { zone } = await this.accounts.get(accountId);
    return { day: localDate(zone, this.clock.now()), zone };
  }

  private async counts({ from, params }: Members): Promise<Counts> {
    const rows = await this.db.rows<{ currency: string; debts: number; minor: number | string }>(
      `select d.currency, count(*) as debts, sum(d.balance_minor) as minor ${from} group by d.currency order by d.currency`,
      params,
    );
    const debtors = await this.db.row<{ n: number }>(`select count(distinct d.debtor_id) as n ${from}`, params);
    return {
      debts: rows.reduce((sum, row) => sum + Number(row.debts), 0),
      debtors: Number(debtors?.n ?? 0),
      owed: rows.map(({ currency, minor }) => ({ currency, minor: Number(minor) })),
    };
  }

  private async members(accountId: number, rows: readonly MemberRow[]): Promise<SegmentMember[]> {
    const names = await this.portfolio.names(
      accountId,
      rows.map((row) => row.debtorRow),
    );
    return rows.map((row) => ({
      debtId: row.debtId,
      debtorId: row.debtorId,
      debtor: names.get(row.debtorRow) ?? "",
      externalId: row.externalId,
      reference: row.reference,
      balance: { minor: row.balanceMinor, currency: row.currency },
      dueDate: row.dueDate,
      since: row.since,
    }));
  }
}

const MEMBER_COLUMNS = `d.debtor_id as debtorRow, d.public_id as debtId, p.public_id as debtorId, p.external_id as externalId, d.reference,
  d.balance_minor as balanceMinor, d.currency, d.due_date as dueDate`;

/** Who was in it when its members were last looked for, without what was paid since. */
function membersOf(accountId: number, segmentId: number): Members {
  return {
    from: `from ${SEGMENT_MEMBER} m
           join ${DEBT} d on d.account_id = m.account_id and d.id = m.debt_id and d.status = 'open' and d.balance_minor > 0
           join ${DEBTOR} p on p.account_id = d.account_id and p.id = d.debtor_id
          where m.account_id = ? and m.segment_id = ? and m.open_slot = 1`,
    params: [accountId, segmentId],
  };
}

/** Who would be in it now. */
function ofRule(accountId: number, { sql, params }: Predicate): Members {
  return {
    from: `from ${DEBT} d join ${DEBTOR} p on p.account_id = d.account_id and p.id = d.debtor_id
          where d.account_id = ? and d.status = 'open' and d.balance_minor > 0 and ${sql}`,
    params: [accountId, ...params],
  };
}

function nameOf({ name }: Segment): string | null {
  return name === "" ? null : name;
}
