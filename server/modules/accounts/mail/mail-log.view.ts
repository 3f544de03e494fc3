import { Injectable } from "@nestjs/common";
import type { MailPurpose, MailState } from "./domain/mail-states.js";
import { MailSeal } from "./mail-seal.service.js";
import { OutgoingMailsStore } from "./outgoing-mails.store.js";
import type { Instant } from "../../../shared/instant.js";

export interface SentMail {
  readonly id: number;
  readonly publicId: string;
  readonly about: string;
  /** `user:12`, or `outside:` and an id. */
  readonly recipient: string;
  readonly address: string;
  readonly state: MailState;
  readonly attempts: number;
  readonly problem: string | null;
  readonly writtenAt: Instant;
  readonly endedAt: Instant | null;
}

/** Which mails were sent to whom, with their outcome. */
@Injectable()
export class MailLog {
  constructor(
    private readonly store: OutgoingMailsStore,
    private readonly seal: MailSeal,
  ) {}

  /** Newest first. @param beforeId of the last one seen */
  async list(accountId: number, purpose: MailPurpose, limit: number, beforeId: number | null): Promise<SentMail[]> {
    const rows = await this.store.list(accountId, purpose, limit, beforeId);
    return Promise.all(
      rows.map(async (row) => ({
        id: row.id,
        publicId: row.public_id,
        about: row.about,
        recipient: row.recipient,
        address: await this.seal.addressOf(accountId, row.public_id, row.address_sealed),
        state: row.state,
        attempts: row.attempts,
        problem: row.problem,
        writtenAt: row.created_at,
        endedAt: row.ended_at,
      })),
    );
  }
}
