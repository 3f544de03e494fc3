import { Injectable } from "@nestjs/common";
import { addDays, type CalendarDate } from "../../../../shared/calendar.js";
import type { Instant } from "../../../../shared/instant.js";
import type { Currency } from "../../../../shared/money.js";
import { Database } from "../../../../platform/database/database.js";
import { DEBT_CLOSING, DEBTOR_CLOSING, type KpisTables, PROJECTION_CURSOR } from "../../kpis.tables.js";
import type { StageStanding } from "../debts/portfolio-standing.view.js";
import { accountDay, startOfDay } from "../domain/account-day.js";
import { stagesAdded } from "./domain/closing-day.js";
import { OpenDebts } from "./open-debts.view.js";
import { type OwingDebtors, OwingDebtorsView } from "./owing-debtors.view.js";

/** What was owed and by whom at any instant: as the day began, and what changed since. Where a day is not closed yet, all debts are asked. */
@Injectable()
export class StandingAt {
  constructor(
    private readonly db: Database,
    private readonly debts: OpenDebts,
    private readonly owing: OwingDebtorsView,
  ) {}

  /** Open debts by currency and stage of the day that `at` lies in. */
  async byStage(accountId: number, zone: string, at: Instant): Promise<StageStanding[]> {
    const { day, start } = accountDay(zone, at);
    const closing = await this.debtClosing(accountId, day);
    if (!closing) return this.debts.owedAt(accountId, at, day);
    return stagesAdded([...closing, ...(await this.debts.owedMore(accountId, start, at, day))]);
  }

  /** How many debtors owed something, by currency; of the empty one whatever the currency. Who owes nothing has no row. */
  async debtors(accountId: number, zone: string, at: Instant): Promise<OwingDebtors[]> {
    const { day, start } = accountDay(zone, at);
    const closing = await this.debtorClosing(accountId, day);
    if (!closing) return this.owing.at(accountId, { at, day });
    const rows = [...closing, ...(await this.owing.more(accountId, { at: start, day }, { at, day }))];
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
    const begun = accountDay(zone, start);
    const first = begun.start === start ? begun.day : addDays(begun.day, 1);
    const last = accountDay(zone, end - 1).day;
    const closed = await this.closedDay(accountId);
    const kept = closed !== null && closed < last ? closed : last;
    const soFar = closed === null || kept < first ? [] : await this.fellSoFar(accountId, addDays(first, -1), kept);
    const open = closed === null ? start : Math.max(start, startOfDay(zone, addDays(closed, 1)));
    const later = open >= end ? [] : await this.debts.fell(accountId, open, end);
    return [...soFar, ...later];
  }

  /** Between two days that are closed, of which the earlier one is not in it. */
  private async fellSoFar(accountId: number, after: CalendarDate, day: CalendarDate): Promise<{ currency: Currency; total: number }[]> {
    const rows = await this.db
      .typed<KpisTables>()
      .selectFrom(DEBTOR_CLOSING)
      .select(["day", "currency", "fell_so_far_minor"])
      .where("account_id", "=", accountId)
      .where("day", "in", [after, day])
      .where("currency", "<>", "")
      .execute();
    return rows.map((row) => ({ currency: row.currency, total: (row.day === day ? 1 : -1) * Number(row.fell_so_far_minor) }));
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
