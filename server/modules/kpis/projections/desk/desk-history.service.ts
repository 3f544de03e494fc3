import { Injectable } from "@nestjs/common";
import { localParts } from "../../../../shared/zone.js";
import type { TypedRecord } from "../../../journal/index.js";
import type { JournalProjection } from "../journal-projection.port.js";
import { DeskActsStore, type DeskActLine } from "./desk-acts.store.js";
import { DESK_RECORDS, deskNews } from "./domain/desk-act.js";

/** Makes of the journal who did what for whom. */
@Injectable()
export class DeskHistory implements JournalProjection {
  readonly types = DESK_RECORDS;

  constructor(private readonly acts: DeskActsStore) {}

  async take(accountId: number, zone: string, records: readonly TypedRecord[]): Promise<void> {
    const done: DeskActLine[] = [];
    const corrections: { readonly subject: string; readonly recordedAt: number }[] = [];
    for (const record of records) {
      const news = deskNews(record);
      if (news === null) continue;
      const { seq, recordedAt, debtorId } = record;
      if ("corrected" in news) {
        corrections.push({ subject: news.corrected, recordedAt });
        continue;
      }
      const { date: day, minuteOfDay } = localParts(zone, record.at);
      const hour = Math.floor(minuteOfDay / 60);
      done.push({ seq, ...news.done, debtor_id: debtorId, day, hour, recorded_at: recordedAt, corrected_recorded: null });
    }
    await this.acts.add(accountId, done);
    for (const { subject, recordedAt } of corrections) await this.acts.corrected(accountId, subject, recordedAt);
  }
}
