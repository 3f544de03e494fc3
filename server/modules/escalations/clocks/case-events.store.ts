import { Injectable } from "@nestjs/common";
import { Database } from "../../../platform/database/database.js";
import type { CaseEvent } from "../domain/clock/case-event.js";
import { CASE_EVENT, type CaseEventRecord, type EscalationsTables } from "../escalations.tables.js";

/** Which versions a case is pinned to. */
export interface PlanPin {
  readonly policyVersion: number;
  readonly entry: string;
  /** Null where everything counts always. */
  readonly calendar: string | null;
  readonly calendarVersion: number | null;
}

type Told = Exclude<CaseEvent, { kind: "planned" }>;

/** An event and what told of it: what comes twice under one source happened once. */
export type NewCaseEvent = { readonly source: string } & (Told | { readonly kind: "planned"; readonly at: number; readonly pin: PlanPin });

@Injectable()
export class CaseEventsStore {
  constructor(private readonly db: Database) {}

  /** @returns how many were new */
  add(accountId: number, caseId: number, events: readonly NewCaseEvent[]): Promise<number> {
    return this.db.insertIgnore(
      CASE_EVENT,
      events.map((event) => {
        const pin = event.kind === "planned" ? event.pin : null;
        return {
          account_id: accountId,
          case_id: caseId,
          kind: event.kind,
          at: event.at,
          value: valueOf(event),
          until_at: event.kind === "paused" ? event.until : event.kind === "absorbed" ? event.waitingSince : null,
          policy_version: pin?.policyVersion ?? null,
          entry: pin?.entry ?? null,
          calendar: pin?.calendar ?? null,
          calendar_version: pin?.calendarVersion ?? null,
          source: event.source,
        };
      }),
    );
  }

  /** Pins many cases anew. */
  async plan(
    accountId: number,
    plans: readonly { readonly caseId: number; readonly at: number; readonly pin: PlanPin; readonly source: string }[],
  ): Promise<void> {
    await this.db.insertIgnore(
      CASE_EVENT,
      plans.map(({ caseId, at, pin, source }) => ({
        account_id: accountId,
        case_id: caseId,
        kind: "planned",
        at,
        policy_version: pin.policyVersion,
        entry: pin.entry,
        calendar: pin.calendar,
        calendar_version: pin.calendarVersion,
        source,
      })),
    );
  }

  /** In the order they became known, by case. */
  async of(accountId: number, caseIds: readonly number[]): Promise<ReadonlyMap<number, readonly CaseEventRecord[]>> {
    if (caseIds.length === 0) return new Map();
    const rows = await this.db
      .typed<EscalationsTables>()
      .selectFrom(CASE_EVENT)
      .selectAll()
      .where("account_id", "=", accountId)
      .where("case_id", "in", [...caseIds])
      .orderBy("id")
      .execute();
    return Map.groupBy(rows, ({ case_id }) => case_id);
  }
}

function valueOf(event: NewCaseEvent): string | null {
  switch (event.kind) {
    case "wrote":
      return event.author;
    case "assigned":
      return event.owner;
    case "paused":
    case "unpaused":
      return event.reason;
    default:
      return null;
  }
}
