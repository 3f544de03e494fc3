import { Injectable } from "@nestjs/common";
import type { Question } from "../measures/domain/counted.js";
import { CostsStore } from "./costs.store.js";
import { type SentMessages, SentMessagesView } from "./sent-messages.view.js";

type Standing = Awaited<ReturnType<CostsStore["standing"]>>;

/** What costs of a period are made of: what was entered and stands, and what was sent. */
@Injectable()
export class CostsReader {
  constructor(
    private readonly store: CostsStore,
    private readonly sent: SentMessagesView,
  ) {}

  /** @param apart messages also by cadence and due date */
  async of(question: Question, apart = false): Promise<{ readonly entries: Standing; readonly sent: readonly SentMessages[] }> {
    const { accountId, period, asOf } = question;
    const entries = await this.store.standing(accountId, { start: period.start, end: period.end, asOf });
    return { entries, sent: await this.sent.of(question, apart) };
  }
}
