import { Injectable } from "@nestjs/common";
import type { NotNull } from "kysely";
import type { z } from "zod";
import type {
  DebtorSegment,
  SegmentChoices,
  SegmentDay,
  SegmentMember,
  SegmentPreview,
  SegmentView,
} from "../../contract/segmentation.contract.js";
import { addDays, type CalendarDate } from "../../shared/calendar.js";
import { notFound } from "../../shared/errors.js";
import { toIso } from "../../shared/instant.js";
import { localDate } from "../../shared/zone.js";
import { Clock } from "../../platform/clock/clock.js";
import { Database } from "../../platform/database/database.js";
import { fragment } from "../../platform/database/fragment.js";
import { AccountDirectory } from "../accounts/index.js";
import { DEBT, DEBTOR, PortfolioReader, type PortfolioTables } from "../portfolio/index.js";
import { DebtorConduct } from "./debtor-conduct.port.js";
import { DEBTS_WITH_DEBTORS, debtsWithDebtors, openDebts } from "./open-debts.plan.js";
import { compileRule, type RuleDay } from "./rule-sql.plan.js";
import { isDefaultSegment, type SegmentRule } from "./rules.js";
import { SegmentUses } from "./segment-uses.port.js";
import { SEGMENT, SEGMENT_MEMBER, type SegmentationTables } from "./segmentation.tables.js";
import { type Segment, SegmentsStore } from "./segments.store.js";

type View<T extends z.ZodType> = z.infer<T>;
type Counts = Pick<SegmentView, "debts" | "debtors" | "owed">;
interface MemberRow {
  readonly debtorRow: number;
  readonly debtId: string;
  readonly debtorId: string;
  readonly externalId: string;
  readonly reference: string;
  readonly balanceMinor: number;
  readonly currency: string;
  readonly dueDate: string;
}

const SHOWN = 20;
const DAYS_SHOWN = 60;
const MOST_PRODUCTS = 100;
const MOST_SEGMENTS = 200;

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
      ...(await this.counts(this.membersOf(accountId, segment.id))),
    };
  }

  async preview(accountId: number, rule: SegmentRule): Promise<View<typeof SegmentPreview>> {
    const members = openDebts(this.db, accountId).where(
      fragment(compileRule(rule, await this.today(accountId), this.conduct, DEBTS_WITH_DEBTORS)),
    );
    const { n } = await this.db
      .typed<PortfolioTables>()
      .selectFrom(DEBT)
      .select(({ fn }) => fn.countAll<number>().as("n"))
      .where("account_id", "=", accountId)
      .where("status", "=", "open")
      .where("balance_minor", ">", 0)
      .executeTakeFirstOrThrow();
    const rows = await members.select(MEMBER_COLUMNS).orderBy("d.due_date").orderBy("d.id").limit(SHOWN).execute();
    const names = await this.names(accountId, rows);
    return { ...(await this.counts(members)), of: n, first: rows.map((row) => member(row, null, names)) };
  }

  /** @param after row id of the last one seen */
  async page(accountId: number, publicId: string, after: number, limit: number): Promise<{ items: SegmentMember[]; last: number | null }> {
    const segment = await this.one(accountId, publicId);
    const rows = await this.membersOf(accountId, segment.id)
      .select(["m.id", "m.from_date as since"])
      .select(MEMBER_COLUMNS)
      .where("m.id", ">", after)
      .orderBy("m.id")
      .limit(limit + 1)
      .execute();
    const shown = rows.slice(0, limit);
    const names = await this.names(accountId, shown);
    const items = shown.map((row) => member(row, row.since, names));
    return { items, last: rows.length > limit ? (shown.at(-1)?.id ?? null) : null };
  }

  async days(accountId: number, publicId: string): Promise<View<typeof SegmentDay>[]> {
    const segment = await this.one(accountId, publicId);
    const { day } = await this.today(accountId);
    const first = addDays(day, 1 - DAYS_SHOWN);
    const perDay = async (column: "from_date" | "to_date") => {
      const rows = await this.tables
        .selectFrom(SEGMENT_MEMBER)
        .select(({ fn }) => [column, fn.countAll<number>().as("n")])
        .where("account_id", "=", accountId)
        .where("segment_id", "=", segment.id)
        .where(column, ">=", first)
        .groupBy(column)
        .execute();
      return new Map(rows.map((row) => [row[column], row.n]));
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
    const rows = await this.tables
      .selectFrom(`${SEGMENT_MEMBER} as m`)
      .innerJoin(`${SEGMENT} as s`, (join) => join.onRef("s.account_id", "=", "m.account_id").onRef("s.id", "=", "m.segment_id"))
      .innerJoin(`${DEBT} as d`, (join) => join.onRef("d.account_id", "=", "m.account_id").onRef("d.id", "=", "m.debt_id"))
      .select(["s.segment_key as key", "s.name", "d.public_id as debtId", "d.reference", "m.from_date as from", "m.to_date as to"])
      .where("m.account_id", "=", accountId)
      .where("m.debtor_id", "=", debtor.id)
      .orderBy("m.from_date", "desc")
      .orderBy("m.id", "desc")
      .limit(MOST_SEGMENTS)
      .execute();
    return rows.map((row) => ({ ...row, name: row.name === "" ? null : row.name }));
  }

  async choices(accountId: number): Promise<View<typeof SegmentChoices>> {
    const words = async (column: "d.currency" | "d.product" | "p.country", limit: number) => {
      const rows = await debtsWithDebtors(this.db)
        .select((is) => [is.ref(column).as("word"), is.fn.countAll<number>().as("n")])
        .where("d.account_id", "=", accountId)
        .where(column, "is not", null)
        .groupBy(column)
        .orderBy("n", "desc")
        .orderBy("word")
        .limit(limit)
        .$narrowType<{ word: NotNull }>()
        .execute();
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

  private async counts(members: Members): Promise<Counts> {
    const rows = await members
      .select(({ fn }) => ["d.currency", fn.countAll<number>().as("debts"), fn.sum<number | string>("d.balance_minor").as("minor")])
      .groupBy("d.currency")
      .orderBy("d.currency")
      .execute();
    const debtors = await members.select(({ fn }) => fn.count<number>("d.debtor_id").distinct().as("n")).executeTakeFirstOrThrow();
    return {
      debts: rows.reduce((sum, row) => sum + row.debts, 0),
      debtors: debtors.n,
      owed: rows.map(({ currency, minor }) => ({ currency, minor: Number(minor) })),
    };
  }

  private names(accountId: number, rows: readonly MemberRow[]): Promise<ReadonlyMap<number, string>> {
    return this.portfolio.names(
      accountId,
      rows.map((row) => row.debtorRow),
    );
  }

  /** Who was in it when its members were last looked for, without what was paid since. */
  private membersOf(accountId: number, segmentId: number) {
    return this.tables
      .selectFrom(`${SEGMENT_MEMBER} as m`)
      .innerJoin(`${DEBT} as d`, (join) =>
        join
          .onRef("d.account_id", "=", "m.account_id")
          .onRef("d.id", "=", "m.debt_id")
          .on("d.status", "=", "open")
          .on("d.balance_minor", ">", 0),
      )
      .innerJoin(`${DEBTOR} as p`, (join) => join.onRef("p.account_id", "=", "d.account_id").onRef("p.id", "=", "d.debtor_id"))
      .where("m.account_id", "=", accountId)
      .where("m.segment_id", "=", segmentId)
      .where("m.open_slot", "=", 1);
  }

  private get tables() {
    return this.db.typed<SegmentationTables & PortfolioTables>();
  }
}

/** A selection of debts `d` with their debtors `p`. */
type Members = ReturnType<typeof openDebts>;

const MEMBER_COLUMNS = [
  "d.debtor_id as debtorRow",
  "d.public_id as debtId",
  "p.public_id as debtorId",
  "p.external_id as externalId",
  "d.reference",
  "d.balance_minor as balanceMinor",
  "d.currency",
  "d.due_date as dueDate",
] as const;

function member(row: MemberRow, since: CalendarDate | null, names: ReadonlyMap<number, string>): SegmentMember {
  return {
    debtId: row.debtId,
    debtorId: row.debtorId,
    debtor: names.get(row.debtorRow) ?? "",
    externalId: row.externalId,
    reference: row.reference,
    balance: { minor: row.balanceMinor, currency: row.currency },
    dueDate: row.dueDate,
    since,
  };
}

function nameOf({ name }: Segment): string | null {
  return name === "" ? null : name;
}
