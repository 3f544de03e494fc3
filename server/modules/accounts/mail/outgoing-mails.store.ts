import { Injectable } from "@nestjs/common";
import type { Selectable } from "kysely";
import { Database } from "../../../platform/database/database.js";
import type { Instant } from "../../../shared/instant.js";
import { type AccountsTables, OUTGOING_MAIL } from "../accounts.tables.js";
import type { MailPurpose, MailState } from "./domain/mail-states.js";

export type OutgoingMail = Readonly<Selectable<AccountsTables["outgoing_mail"]>>;

/** What is told of a mail without opening it. */
const FACTS = [
  "id",
  "account_id",
  "public_id",
  "purpose",
  "about",
  "proof",
  "recipient",
  "address_sealed",
  "state",
  "attempts",
  "due_at",
  "problem",
  "created_at",
  "ended_at",
] as const;
export type MailFacts = Pick<OutgoingMail, (typeof FACTS)[number]>;

@Injectable()
export class OutgoingMailsStore {
  constructor(private readonly db: Database) {}

  /** @returns how many were new: a recipient gets one mail about a thing */
  add(mails: readonly Omit<OutgoingMail, "id">[]): Promise<number> {
    return this.db.insertIgnore(OUTGOING_MAIL, mails);
  }

  /** The mail that waits longest, for this worker alone until `leaseUntil`; who dies meanwhile leaves it to the next. */
  async claim(accountId: number, now: Instant, leaseUntil: Instant): Promise<OutgoingMail | null> {
    const longest = this.mails(accountId).selectAll().where("state", "=", "due").where("due_at", "<=", now);
    const row = await this.db.free(longest.orderBy("due_at").orderBy("id").limit(1)).executeTakeFirst();
    if (!row) return null;
    const attempts = row.attempts + 1;
    await this.one(accountId, row.id).set({ due_at: leaseUntil, attempts }).execute();
    return { ...row, attempts };
  }

  async nextDue(accountId: number, now: Instant): Promise<Instant | null> {
    const { at } = await this.mails(accountId)
      .select(({ fn }) => fn.min<number | null>("due_at").as("at"))
      .where("state", "=", "due")
      .where("due_at", ">", now)
      .executeTakeFirstOrThrow();
    return at;
  }

  async again(accountId: number, { id, attempts }: OutgoingMail, at: Instant, problem: string): Promise<void> {
    const again = this.one(accountId, id).set({ due_at: at, problem });
    await again.where("state", "=", "due").where("attempts", "=", attempts).execute();
  }

  /** Its words go with its end. @returns false when another worker took the mail over meanwhile */
  async end(accountId: number, { id, attempts }: OutgoingMail, state: MailState, problem: string | null, now: Instant): Promise<boolean> {
    const ended = this.one(accountId, id).set({ state, problem, ended_at: now, content_sealed: "" });
    const { numUpdatedRows } = await ended.where("state", "=", "due").where("attempts", "=", attempts).executeTakeFirst();
    return numUpdatedRows === 1n;
  }

  /** Newest first. @param beforeId of the last one seen */
  list(accountId: number, purpose: MailPurpose, limit: number, beforeId: number | null): Promise<MailFacts[]> {
    let mails = this.mails(accountId).select(FACTS).where("purpose", "=", purpose);
    if (beforeId !== null) mails = mails.where("id", "<", beforeId);
    return mails.orderBy("id", "desc").limit(limit).execute();
  }

  private mails(accountId: number) {
    return this.db.typed<AccountsTables>().selectFrom(OUTGOING_MAIL).where("account_id", "=", accountId);
  }

  private one(accountId: number, id: number) {
    return this.db.typed<AccountsTables>().updateTable(OUTGOING_MAIL).where("account_id", "=", accountId).where("id", "=", id);
  }
}
