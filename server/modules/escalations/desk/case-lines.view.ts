import { Injectable } from "@nestjs/common";
import type { CaseRowView } from "../../../contract/escalations/cases.contract.js";
import { SECOND, toIso, toIsoOrNull } from "../../../shared/instant.js";
import type { Locale } from "../../../shared/locale.js";
import type { Money } from "../../../shared/money.js";
import type { StageId } from "../../../shared/stage.js";
import { AccountDirectory } from "../../accounts/index.js";
import { Conversations } from "../../host/index.js";
import { PortfolioReader } from "../../portfolio/index.js";
import { reasonText } from "../case-reason.words.js";
import type { QueueGroup } from "../domain/queue/queue-order.js";
import { CaseWords } from "./case-words.port.js";
import { Colleagues } from "./colleagues.reader.js";
import type { CaseClock } from "../clocks/case-clocks.reader.js";
import type { OpenCase } from "./open-cases.view.js";

/** A case with what is known of its debt and its clock. */
export interface KnownCase {
  readonly case: OpenCase;
  readonly group: QueueGroup;
  readonly stage: StageId | null;
  readonly atRisk: readonly Money[];
  readonly due: CaseClock | null;
}

/** Cases as people read them: names and words are unsealed for those that are shown, and no others. */
@Injectable()
export class CaseLines {
  constructor(
    private readonly accounts: AccountDirectory,
    private readonly conversations: Conversations,
    private readonly portfolio: PortfolioReader,
    private readonly words: CaseWords,
    private readonly colleagues: Colleagues,
  ) {}

  async told(accountId: number, cases: readonly KnownCase[], locale: Locale): Promise<CaseRowView[]> {
    const { hostBaseUrl: baseUrl, hostAccountId } = await this.accounts.get(accountId);
    const debtorIds = [...new Set(cases.flatMap(({ case: { debtorId } }) => debtorId ?? []))];
    const debtors = await this.portfolio.debtors(accountId, debtorIds);
    const names = await this.portfolio.names(accountId, debtorIds);
    const said = await this.words.latest(
      accountId,
      cases.map(({ case: { conversationId } }) => conversationId),
    );
    const people = await this.colleagues.names(accountId);
    return cases.map(({ case: one, group, stage, atRisk, due }) => ({
      id: one.publicId,
      debtorId: (one.debtorId === null ? null : debtors.get(one.debtorId)?.publicId) ?? null,
      debtor: (one.debtorId === null ? null : names.get(one.debtorId)) ?? "",
      reason: one.reason,
      reasonText: reasonText(one.reason, locale),
      words: said.get(one.conversationId) ?? null,
      since: toIso(one.since),
      answered: one.answeredAt !== null,
      owner: one.owner === null ? null : { hostUserId: one.owner, name: people.get(one.owner) ?? "" },
      stage,
      atRisk: [...atRisk],
      group,
      due: toIsoOrNull(due?.dueAt),
      clock: due
        ? {
            kind: due.clock,
            state: due.state,
            elapsedSeconds: Math.floor(due.elapsed / SECOND),
            targetSeconds: Math.floor(due.target / SECOND),
          }
        : null,
      snoozedUntil: toIsoOrNull(one.snoozedUntil),
      resolved: one.resolvedAt !== null && one.closedAt === null,
      closed: one.closedAt !== null,
      conversationUrl: this.conversations.url({ baseUrl, hostAccountId }, one.conversationId),
    }));
  }
}
