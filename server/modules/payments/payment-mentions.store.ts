import { Injectable } from "@nestjs/common";
import { Database } from "../../platform/database/database.js";
import { DebtsStore } from "../portfolio/index.js";
import { mentionsIn, mentionsOf } from "../portfolio/rules.js";
import type { PaymentRecord } from "./payments-rows.tables.js";
import type { PaymentsTables } from "./payments.tables.js";

type Claim = Pick<PaymentRecord, "id" | "claimed_reference" | "claimed_debtor">;

/**
 * Who is named only in part by payments that wait: by the number of a reference, or by one of several. Of a payment that names its debtor
 * nothing is kept. Works in the caller's unit of work.
 */
@Injectable()
export class PaymentMentions {
  constructor(
    private readonly db: Database,
    private readonly debts: DebtsStore,
  ) {}

  /** Keeps what payments mention that nobody could place. @returns whose debts they may be for */
  async note(accountId: number, waiting: readonly Claim[]): Promise<number[]> {
    const said = waiting.flatMap((payment) => mentionsOfClaim(payment).map((mention) => ({ payment, mention })));
    await this.forget(accountId, waiting);
    await this.db.insertIgnore(
      "payment_mention",
      said.map(({ payment, mention }) => ({ account_id: accountId, mention, payment_id: payment.id })),
    );
    return this.debts.debtorsMentioned(
      accountId,
      said.map(({ mention }) => mention),
    );
  }

  /** Whose debts a payment was kept to mention. */
  async mentionedBy(accountId: number, payment: Claim): Promise<number[]> {
    const rows = await this.rows(accountId).select("mention").where("payment_id", "=", payment.id).execute();
    return this.debts.debtorsMentioned(
      accountId,
      rows.map(({ mention }) => mention),
    );
  }

  /** Which of the references payments mention that still wait. */
  async waitingFor(accountId: number, references: readonly string[]): Promise<string[]> {
    const mentions = [...new Set(references.flatMap(mentionsOf))];
    if (mentions.length === 0) return [];
    const rows = await this.db
      .typed<PaymentsTables>()
      .selectFrom("payment_mention as m")
      .innerJoin("payment as p", (on) => on.onRef("p.account_id", "=", "m.account_id").onRef("p.id", "=", "m.payment_id"))
      .select("m.mention")
      .distinct()
      .where("m.account_id", "=", accountId)
      .where("m.mention", "in", mentions)
      .where("p.status", "=", "unidentified")
      .execute();
    const waiting = new Set(rows.map(({ mention }) => mention));
    return references.filter((reference) => mentionsOf(reference).some((mention) => waiting.has(mention)));
  }

  private async forget(accountId: number, payments: readonly Claim[]): Promise<void> {
    if (payments.length === 0) return;
    const ids = payments.map(({ id }) => id);
    await this.db
      .typed<PaymentsTables>()
      .deleteFrom("payment_mention")
      .where("account_id", "=", accountId)
      .where("payment_id", "in", ids)
      .execute();
  }

  private rows(accountId: number) {
    return this.db.typed<PaymentsTables>().selectFrom("payment_mention").where("account_id", "=", accountId);
  }
}

function mentionsOfClaim({ claimed_reference: reference, claimed_debtor: debtor }: Claim): string[] {
  return reference === null || debtor !== null ? [] : mentionsIn(reference);
}
