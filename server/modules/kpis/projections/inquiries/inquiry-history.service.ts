import { Injectable } from "@nestjs/common";
import { localParts } from "../../../../shared/zone.js";
import type { TypedRecord } from "../../../journal/index.js";
import { agentOf } from "../desk/domain/desk-act.js";
import { textIn, wholeIn } from "../domain/payload.js";
import type { JournalProjection } from "../journal-projection.port.js";
import { inquiriesAfter, type InquiryNews, officeHours, type WaitingInquiry } from "./domain/inquiry-history.js";
import { InquiriesStore } from "./inquiries.store.js";

/** It says that a person will answer, and so is none. */
const PROMISED_ANSWER = "person_will_answer";

/** Makes of the journal what debtors asked, and how long they waited. */
@Injectable()
export class InquiryHistory implements JournalProjection {
  readonly types = ["reply.received", "attempt.observed", "message.intended", "case.escalated", "case.reopened", "case.closed"];

  constructor(private readonly store: InquiriesStore) {}

  async take(accountId: number, zone: string, records: readonly TypedRecord[]): Promise<void> {
    const told = records.flatMap((record) => {
      const news = newsOf(record, zone);
      return news ? [{ record, news, conversation: wholeIn(record.payload, "conversation") }] : [];
    });
    const waiting = await this.store.unresolved(accountId, [...new Set(told.map(({ conversation }) => conversation))]);
    const before = new Map(waiting.map((one) => [one.seq, one]));
    const standing = new Map(Map.groupBy(waiting, ({ conversation }) => conversation));
    const calendar = officeHours(zone);
    for (const { record, news, conversation } of told) {
      const moment = { at: record.at, recorded: record.recordedAt };
      standing.set(conversation, inquiriesAfter(standing.get(conversation) ?? [], news, moment, { conversation, calendar }));
    }
    const changed = [...standing.values()].flat().filter((one: WaitingInquiry) => before.get(one.seq) !== one);
    await this.store.write(accountId, changed);
  }
}

function newsOf({ type, payload, actor, seq, debtorId, at }: TypedRecord, zone: string): InquiryNews | null {
  switch (type) {
    case "reply.received": {
      const { date: day, minuteOfDay } = localParts(zone, at);
      return { kind: "asked", seq, debtorId, day, hour: Math.floor(minuteOfDay / 60) };
    }
    case "attempt.observed":
      return { kind: "answered", agent: agentOf(actor) };
    case "message.intended":
      return payload["kind"] === "reply" && payload["template"] !== PROMISED_ANSWER ? { kind: "answered", agent: null } : null;
    case "case.closed":
      return { kind: "closed", caseId: textIn(payload, "case") };
    default:
      return { kind: "called", caseId: textIn(payload, "case") };
  }
}
