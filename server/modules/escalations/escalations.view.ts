import { Injectable } from "@nestjs/common";
import type { ResponseOf } from "../../contract/route.js";
import type { routes } from "../../contract/routes.js";
import { type Instant, toIso } from "../../shared/instant.js";
import type { Locale } from "../../shared/locale.js";
import { Database } from "../../platform/database/database.js";
import { AccountDirectory } from "../accounts/index.js";
import { Conversations } from "../host/index.js";
import { PortfolioReader } from "../portfolio/index.js";
import { caseReasonOf } from "./domain/case-reason.js";
import { reasonText } from "./case-reason.words.js";
import { ESCALATION } from "./escalations.tables.js";

type View = ResponseOf<typeof routes.escalations.waiting>;

interface Row {
  readonly publicId: string;
  readonly conversationId: number;
  readonly reason: string;
  readonly waitingSince: Instant;
  readonly debtorId: number | null;
}

/** More than this many waiting cases are not read one by one. */
const LIMIT = 200;
const WAITING = "account_id = ? and closed_at is null and answered_at is null";

/** Who waits for a person, the longest first. */
@Injectable()
export class EscalationsView {
  constructor(
    private readonly db: Database,
    private readonly accounts: AccountDirectory,
    private readonly conversations: Conversations,
    private readonly portfolio: PortfolioReader,
  ) {}

  async waiting(accountId: number, locale: Locale): Promise<View> {
    const rows = await this.db.rows<Row>(
      `select public_id as publicId, conversation_id as conversationId, reason, waiting_since as waitingSince, debtor_id as debtorId
         from ${ESCALATION} where ${WAITING} order by waiting_since, id limit ${LIMIT}`,
      [accountId],
    );
    const total = rows.length < LIMIT ? rows.length : await this.count(accountId);
    const { hostBaseUrl: baseUrl, hostAccountId } = await this.accounts.get(accountId);
    const debtorIds = rows.flatMap(({ debtorId }) => debtorId ?? []);
    const debtors = await this.portfolio.debtors(accountId, debtorIds);
    const names = await this.portfolio.names(accountId, debtorIds);
    return {
      items: rows.map(({ publicId, conversationId, reason, waitingSince, debtorId }) => ({
        id: publicId,
        debtorId: (debtorId === null ? null : debtors.get(debtorId)?.publicId) ?? null,
        debtor: (debtorId === null ? null : names.get(debtorId)) ?? "",
        reason: reasonText(caseReasonOf(reason), locale),
        since: toIso(waitingSince),
        conversationUrl: this.conversations.url({ baseUrl, hostAccountId }, conversationId),
      })),
      total,
    };
  }

  private async count(accountId: number): Promise<number> {
    const row = await this.db.row<{ n: number }>(`select count(*) as n from ${ESCALATION} where ${WAITING}`, [accountId]);
    return Number(row?.n ?? 0);
  }
}
