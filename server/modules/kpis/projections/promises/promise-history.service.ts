import { Injectable } from "@nestjs/common";
import { localDate } from "../../../../shared/zone.js";
import type { TypedRecord } from "../../../journal/index.js";
import { textIn } from "../domain/payload.js";
import { followedBy, type SpanOfTime } from "../domain/spans.js";
import type { JournalProjection } from "../journal-projection.port.js";
import { PROMISE_RECORDS, promiseAfter, type PromiseStatus } from "./domain/promise-history.js";
import { PromiseHistoryStore } from "./promise-history.store.js";

/** Makes of the journal what each promise to pay was. */
@Injectable()
export class PromiseHistory implements JournalProjection {
  readonly types = PROMISE_RECORDS;

  constructor(private readonly store: PromiseHistoryStore) {}

  async take(accountId: number, zone: string, records: readonly TypedRecord[]): Promise<void> {
    const named = records.map((record) => ({ record, promise: textIn(record.payload, "promise") }));
    const standing = await this.store.standing(accountId, [...new Set(named.map(({ promise }) => promise))]);
    const spans = new Map<string, SpanOfTime<PromiseStatus>[]>([...standing].map(([promise, span]) => [promise, [span]]));
    for (const { record, promise } of named) {
      const before = spans.get(promise) ?? [];
      const place = { seq: record.seq, recordedAt: record.recordedAt, at: record.at, day: localDate(zone, record.at) };
      const state = promiseAfter(before.at(-1)?.state ?? null, record, place);
      if (state) spans.set(promise, followedBy(before, state, place));
    }
    await this.store.write(
      accountId,
      [...spans].map(([promise, own]) => ({ promise, stood: standing.get(promise) ?? null, spans: own })),
    );
  }
}
