import { Injectable } from "@nestjs/common";
import type { Instant } from "../../shared/instant.js";
import { Database } from "../../platform/database/database.js";
import { type DayPurpose, REPEATS } from "./domain/agreement.js";
import { DATE_QUESTION, type NegotiationTables } from "./negotiation.tables.js";

export interface DateQuestion {
  readonly id: number;
  readonly publicId: string;
  readonly purpose: DayPurpose;
  readonly debtIds: readonly number[];
  readonly askedAt: Instant;
  readonly repeats: number;
}

@Injectable()
export class DateQuestionsStore {
  constructor(private readonly db: Database) {}

  async add(accountId: number, debtorId: number, conversationId: number, question: Omit<DateQuestion, "id" | "repeats">): Promise<void> {
    await this.db.insert(DATE_QUESTION, [
      {
        account_id: accountId,
        public_id: question.publicId,
        debtor_id: debtorId,
        conversation_id: conversationId,
        purpose: question.purpose,
        debt_ids: JSON.stringify(question.debtIds),
        asked_at: question.askedAt,
        repeats: 0,
      },
    ]);
  }

  /** The newest one asked in the conversation since `since`. */
  async newest(accountId: number, debtorId: number, conversationId: number, since: Instant): Promise<DateQuestion | null> {
    const row = await this.db
      .typed<NegotiationTables>()
      .selectFrom(DATE_QUESTION)
      .select(["id", "public_id as publicId", "purpose", "debt_ids as debtIds", "asked_at as askedAt", "repeats"])
      .where("account_id", "=", accountId)
      .where("debtor_id", "=", debtorId)
      .where("conversation_id", "=", conversationId)
      .where("asked_at", ">=", since)
      .orderBy("id", "desc")
      .limit(1)
      .executeTakeFirst();
    return row ? { ...row, debtIds: JSON.parse(row.debtIds) as number[] } : null;
  }

  async askedAgain(accountId: number, id: number): Promise<void> {
    await this.question(accountId, id)
      .set((is) => ({ repeats: is("repeats", "+", 1) }))
      .execute();
  }

  /** Another day may still be named, but it is not asked for again. */
  async answered(accountId: number, id: number): Promise<void> {
    await this.question(accountId, id).set({ repeats: REPEATS }).execute();
  }

  private question(accountId: number, id: number) {
    return this.db.typed<NegotiationTables>().updateTable(DATE_QUESTION).where("account_id", "=", accountId).where("id", "=", id);
  }
}
