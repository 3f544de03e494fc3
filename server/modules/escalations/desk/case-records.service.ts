import { Injectable } from "@nestjs/common";
import type { Actor } from "../../../shared/actor.js";
import { Journal } from "../../journal/index.js";
import type { Escalation } from "../escalations.store.js";

type Said = Readonly<Record<string, string | number | boolean | null>>;

/** What people do with a case, on the record: what they wrote is personal, the rest is not. */
@Injectable()
export class CaseRecords {
  constructor(private readonly journal: Journal) {}

  /** In the caller's unit of work. */
  append(accountId: number, one: Escalation, type: string, actor: Actor, payload: Said, note?: string): void {
    this.journal.append(accountId, {
      type,
      version: 1,
      actor,
      debtorId: one.debtorId,
      payload: { case: one.publicId, conversation: one.conversationId, ...payload },
      ...(note === undefined ? {} : { personal: { note } }),
    });
  }
}
