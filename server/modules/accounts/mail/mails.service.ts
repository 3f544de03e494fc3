import { Injectable } from "@nestjs/common";
import { Clock } from "../../../platform/clock/clock.js";
import { Ids } from "../../../platform/crypto/ids.js";
import { Database } from "../../../platform/database/database.js";
import { JobQueue } from "../../../platform/queue/job-queue.js";
import type { MailPurpose } from "./domain/mail-states.js";
import { type MailContent, MailSeal } from "./mail-seal.service.js";
import { type OutgoingMail, OutgoingMailsStore } from "./outgoing-mails.store.js";

export interface MailSubject {
  readonly purpose: MailPurpose;
  /** Public id of the report or alert. */
  readonly about: string;
  /** SHA-256 of the data it tells, where there is one. */
  readonly proof?: string | null;
}

export interface MailTo {
  /** `user:12`, or `outside:` and an id. */
  readonly recipient: string;
  readonly address: string;
  readonly content: MailContent;
}

/**
 * Writes mails that go out after the caller's commit. Each recipient gets one about each thing, however often it is asked for. Handing over is at
 * least once: who dies between the server's yes and our record of it sends again, under the same Message-ID, which mailboxes take for one.
 */
@Injectable()
export class Mails {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly queue: JobQueue,
    private readonly seal: MailSeal,
    private readonly store: OutgoingMailsStore,
  ) {}

  /** In the caller's unit of work. @returns how many recipients had none about it yet */
  async write(accountId: number, { purpose, about, proof = null }: MailSubject, to: readonly MailTo[]): Promise<number> {
    const now = this.clock.now();
    const rows: Omit<OutgoingMail, "id">[] = [];
    for (const { recipient, address, content } of to) {
      const publicId = this.ids.next();
      rows.push({
        account_id: accountId,
        public_id: publicId,
        purpose,
        about,
        proof,
        recipient,
        address_sealed: await this.seal.address(accountId, publicId, address),
        content_sealed: await this.seal.content(accountId, publicId, content),
        state: "due",
        attempts: 0,
        due_at: now,
        problem: null,
        created_at: now,
        ended_at: null,
      });
    }
    // One by one: each may carry files, and a statement has a size.
    let added = 0;
    for (const row of rows) added += await this.store.add([row]);
    if (added > 0) this.db.afterCommit(() => this.queue.wake("mail"));
    return added;
  }
}
