import { Injectable } from "@nestjs/common";
import type { JsonObject } from "./domain/json.js";

export interface CommittedRecord {
  readonly accountId: number;
  readonly recordId: string;
  readonly type: string;
  readonly payload: JsonObject;
}

export type RecordObserver = (record: CommittedRecord) => void;

/** Tells in this process what was put on record here, once it is committed: for counters and the log, which may miss some. */
@Injectable()
export class RecordObservers {
  private readonly observers: RecordObserver[] = [];

  watch(observer: RecordObserver): void {
    this.observers.push(observer);
  }

  notify(records: readonly CommittedRecord[]): void {
    for (const record of records) for (const observer of this.observers) observer(record);
  }
}
