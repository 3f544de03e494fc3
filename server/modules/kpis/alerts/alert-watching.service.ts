import { Injectable } from "@nestjs/common";
import { Projector } from "../projections/projector.service.js";
import { AlertMails } from "./alert-mails.service.js";
import { AlertNotes } from "./alert-notes.service.js";
import { AlertReadings } from "./alert-readings.reader.js";
import { AlertRounds } from "./alert-rounds.service.js";
import { AlertRules } from "./alert-rules.service.js";
import { AlertsStore } from "./alerts.store.js";
import { readingDays } from "./domain/reading-days.js";

/** Reads the watched figures once for each day that has ended on the account's wall. */
@Injectable()
export class AlertWatching {
  constructor(
    private readonly projector: Projector,
    private readonly rules: AlertRules,
    private readonly readings: AlertReadings,
    private readonly rounds: AlertRounds,
    private readonly notes: AlertNotes,
    private readonly mails: AlertMails,
    private readonly store: AlertsStore,
  ) {}

  /** A day that is not whole in the numbers yet waits for the next round. */
  async advance(accountId: number): Promise<void> {
    for (const day of readingDays(await this.store.lastDay(accountId), await this.readings.today(accountId))) {
      if (!(await this.isWhole(accountId, await this.readings.endOf(accountId, day)))) break;
      const on = (await this.rules.inForce(accountId)).filter((rule) => rule.on);
      if (on.length === 0) break;
      await this.rounds.take(accountId, day, await this.readings.of(accountId, on, day));
    }
    await this.notes.write(accountId);
    await this.mails.write(accountId);
  }

  private async isWhole(accountId: number, end: number): Promise<boolean> {
    const { asOf, building } = await this.projector.freshness(accountId);
    return !building && asOf !== null && asOf > end;
  }
}
