import { Injectable } from "@nestjs/common";
import { addDays, type CalendarDate } from "../../../../shared/calendar.js";
import type { Instant } from "../../../../shared/instant.js";
import type { Currency } from "../../../../shared/money.js";
import { Database } from "../../../../platform/database/database.js";
import { stageOf } from "../../../portfolio/rules.js";
import { DEBT_CLOSING, DEBTOR_CLOSING, type KpisTables, PROJECTION_CURSOR } from "../../kpis.tables.js";
import type { StageStanding } from "../debts/portfolio-standing.view.js";
import { accountDay, startOfDay } from "../domain/account-day.js";
import { type DueStanding, OpenDebts, type OwingDebtors } from "./open-debts.view.js";

/** What was owed and by whom at any instant: as the day began, and what changed since. Where a day is not closed yet, all debts are asked. */
@Injectable()
export class StandingAt {
  constructor(
    private readonly db: Database,
    private readonly debts: OpenDebts,
  ) {}

  /** Open debts by currency and stage of the day that `at` lies in. */
  async byStage(accountId: number, zone: string, at: Instant): Promise<StageStanding[]> {
    const { day, start } = accountDay(zone, at);
    const closing = await this.debtClosing(accountId, day);
    const since = closing ? await this.debts.owedMore(accountId, start, at) : await this.debts.owedAt(accountId, at);
    return added([...(closing ?? []), ...staged(day, since)]).filter(({ debts }) => debts !== 0);
  }

  /** How many debtors owed something, by currency; of the empty one whatever the currency. Who owes nothing has no row. */
  async debtors(accountId: number, zone: string, at: Instant): Promise<OwingDebtors[]> {
    const { day, start } = accountDay(zone, at);
    const closing = await this.debtorClosing(accountId, day);
    if (!closing) return this.debts.owingAt(accountId, at, day);
    const rows = [...closing, ...(await this.debts.owingMore(accountId, start, at, day))];
    return [...Map.groupBy(rows, ({ currency }) => currency)]
      .map(([currency, own]) => ({
        currency,
        debtors: own.reduce((sum, { debtors }) => sum + debtors, 0),
        overdue: own.reduce((sum, { overdue }) => sum + overdue, 0),
      }))
      .filter(({ debtors }) => debtors !== 0);
  }

  /** What fell overdue with the days that began in `[start, end)`, as it stood then. */
  async fell(accountId: number, zone: string, start: Instant, end: Instant): Promise<{ currency: Currency; total: number }[]> {
    if (start >= end) return [];
    const first = accountDay(zone, start);
    const closed = await this.closedDay(accountId);
    const rows = await this.db
      .typed<KpisTables>()
      .selectFrom(DEBT_CLOSING)
      .select(({ fn }) => ["currency", fn.sum<number | string>("fell_minor").as("total")])
      .where("account_id", "=", accountId)
      .where("day", ">=", first.start === start ? first.day : addDays(first.day, 1))
      .where("day", "<=", accountDay(zone, end - 1).day)
      .groupBy("currency")
      .execute();
    const open = closed === null ? start : Math.max(start, startOfDay(zone, addDays(closed, 1)));
    const later = open >= end ? [] : await this.debts.fell(accountId, open, end);
    return [...rows, ...later].map(({ currency, total }) => ({ currency, total: Number(total) }));
  }

  private async closedDay(accountId: number): Promise<CalendarDate | null> {
    const row = await this.db
      .typed<KpisTables>()
      .selectFrom(PROJECTION_CURSOR)
      .select("closed")
      .where("account_id", "=", accountId)
      .executeTakeFirst();
    return row?.closed ?? null;
  }

  /** Cursor and closing in one statement: what is taken back meanwhile is seen as a whole or not at all. @returns null where it is not closed */
  private async debtClosing(accountId: number, day: CalendarDate): Promise<StageStanding[] | null> {
    const rows = await this.db
      .typed<KpisTables>()
      .selectFrom(`${PROJECTION_CURSOR} as c`)
      .leftJoin(`${DEBT_CLOSING} as d`, (join) => join.onRef("d.account_id", "=", "c.account_id").on("d.day", "=", day))
      .select(["d.currency", "d.stage", "d.debts", "d.balance_minor"])
      .where("c.account_id", "=", accountId)
      .where("c.closed", ">=", day)
      .execute();
    if (rows.length === 0) return null;
    return rows.flatMap(({ currency, stage, debts, balance_minor: minor }) =>
      currency === null || stage === null ? [] : [{ currency, stage, debts: Number(debts), balanceMinor: Number(minor) }],
    );
  }

  /** As `debtClosing`. */
  private async debtorClosing(accountId: number, day: CalendarDate): Promise<OwingDebtors[] | null> {
    const rows = await this.db
      .typed<KpisTables>()
      .selectFrom(`${PROJECTION_CURSOR} as c`)
      .leftJoin(`${DEBTOR_CLOSING} as d`, (join) => join.onRef("d.account_id", "=", "c.account_id").on("d.day", "=", day))
      .select(["d.currency", "d.debtors", "d.overdue"])
      .where("c.account_id", "=", accountId)
      .where("c.closed", ">=", day)
      .execute();
    if (rows.length === 0) return null;
    return rows.flatMap(({ currency, debtors, overdue }) =>
      currency === null ? [] : [{ currency, debtors: Number(debtors), overdue: Number(overdue) }],
    );
  }
}

function staged(day: CalendarDate, rows: readonly DueStanding[]): StageStanding[] {
  return rows.map(({ currency, dueDate, debts, balanceMinor }) => ({ currency, stage: stageOf(dueDate, day), debts, balanceMinor }));
}

function added(rows: readonly StageStanding[]): StageStanding[] {
  return [...Map.groupBy(rows, ({ currency, stage }) => `${currency} ${stage}`).values()].map((own) => ({
    currency: own[0]!.currency,
    stage: own[0]!.stage,
    debts: own.reduce((sum, { debts }) => sum + debts, 0),
    balanceMinor: own.reduce((sum, { balanceMinor }) => sum + balanceMinor, 0),
  }));
}
