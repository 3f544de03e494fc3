import { Injectable } from "@nestjs/common";
import { Clock } from "../../../platform/clock/clock.js";
import { Ids } from "../../../platform/crypto/ids.js";
import { Database } from "../../../platform/database/database.js";
import { system } from "../../../shared/actor.js";
import type { CalendarDate } from "../../../shared/calendar.js";
import { Journal } from "../../journal/index.js";
import { kpisEvents } from "../kpis.events.js";
import type { AlertRecord, AlertWatchRecord } from "../kpis.tables.js";
import { BOUND_PARTS } from "../objectives/domain/objective.js";
import type { AlertReading } from "./alert-readings.reader.js";
import { AlertsStore } from "./alerts.store.js";
import { stepped } from "./domain/alert-watch.js";

const ACTOR = system("alerts");

/** Takes the readings of a day in: raises what has been bad for long enough, ends what is well again. Each reading counts once. */
@Injectable()
export class AlertRounds {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly store: AlertsStore,
    private readonly journal: Journal,
  ) {}

  async take(accountId: number, day: CalendarDate, readings: readonly AlertReading[]): Promise<void> {
    await this.db.inUnitOfWork("alerts.take", async () => {
      const known = new Map((await this.store.heldWatches(accountId)).map((watch) => [keyOf(watch.metric, watch.currency), watch]));
      const watches: Omit<AlertWatchRecord, "account_id">[] = [];
      for (const reading of readings) {
        const before = known.get(keyOf(reading.rule.metric, reading.currency));
        if (before && before.day >= day) continue;
        watches.push(await this.next(accountId, day, reading, before));
      }
      await this.store.keepWatches(accountId, watches);
    });
  }

  private async next(accountId: number, day: CalendarDate, reading: AlertReading, before: AlertWatchRecord | undefined) {
    const { rule, currency, value, silent, figure, n } = reading;
    const open = before?.alert ?? null;
    const { run, change } = stepped(rule, { raised: open !== null, run: before?.run ?? 0 }, value);
    const alert = change === "raised" ? await this.raise(accountId, day, reading) : change === "cleared" ? null : open;
    if (change === "cleared" && open !== null) await this.clear(accountId, day, reading, open);
    return { metric: rule.metric, currency, alert, run, day, silent, figure, n };
  }

  private async raise(accountId: number, day: CalendarDate, { rule, currency, figure, n }: AlertReading): Promise<string> {
    const alert = this.ids.next();
    const row: Omit<AlertRecord, "id" | "account_id"> = {
      public_id: alert,
      metric: rule.metric,
      currency,
      side: rule.side,
      raise_milli: Math.round(rule.raise * BOUND_PARTS),
      clear_milli: Math.round(rule.clear * BOUND_PARTS),
      readings: rule.readings,
      days: rule.days,
      raised_day: day,
      raised_at: this.clock.now(),
      raised_figure: figure ?? "",
      raised_n: n ?? 0,
      cleared_day: null,
      cleared_at: null,
      cleared_figure: null,
      acknowledged_at: null,
      acknowledged_by: null,
      reason_sealed: null,
      note: rule.note,
      note_state: rule.note === null ? "none" : "due",
      mail_state: rule.mail ? "due" : "none",
    };
    await this.store.add(accountId, [row]);
    const { metric, side, raise, clear, readings, days } = rule;
    this.journal.append(accountId, {
      type: kpisEvents.alertRaised,
      version: 1,
      actor: ACTOR,
      payload: { alert, metric, currency: currency || null, day, figure, n, side, raise, clear, readings, days },
    });
    return alert;
  }

  private async clear(accountId: number, day: CalendarDate, { rule, currency, figure }: AlertReading, alert: string): Promise<void> {
    await this.store.clear(accountId, alert, { day, at: this.clock.now(), figure });
    this.journal.append(accountId, {
      type: kpisEvents.alertCleared,
      version: 1,
      actor: ACTOR,
      payload: { alert, metric: rule.metric, currency: currency || null, day, figure, because: "well" },
    });
  }
}

const keyOf = (metric: string, currency: string) => `${metric} ${currency}`;
