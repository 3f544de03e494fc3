import { Injectable } from "@nestjs/common";
import type { ResponseOf } from "../../contract/route.js";
import type { routes } from "../../contract/routes.js";
import { toIso } from "../../shared/instant.js";
import type { Locale } from "../../shared/locale.js";
import { Database } from "../../platform/database/database.js";
import { AccountDirectory } from "../accounts/index.js";
import { Conversations } from "../host/index.js";
import { PortfolioReader } from "../portfolio/index.js";
import { ClocksView } from "./clocks/clocks.view.js";
import { caseReasonOf } from "./domain/case-reason.js";
import { reasonText } from "./case-reason.words.js";
import { ESCALATION, type EscalationsTables } from "./escalations.tables.js";

type View = ResponseOf<typeof routes.escalations.waiting>;

/** More than this many waiting cases are not read one by one. */
const LIMIT = 200;

/** Who waits for a person, the longest first. */
@Injectable()
export class EscalationsView {
  constructor(
    private readonly db: Database,
    private readonly accounts: AccountDirectory,
    private readonly conversations: Conversations,
    private readonly portfolio: PortfolioReader,
    private readonly clocks: ClocksView,
  ) {}

  async waiting(accountId: number, locale: Locale): Promise<View> {
    const rows = await this.cases(accountId)
      .select(["id", "public_id", "conversation_id", "reason", "waiting_since", "debtor_id"])
      .orderBy("waiting_since")
      .orderBy("id")
      .limit(LIMIT)
      .execute();
    const total = rows.length < LIMIT ? rows.length : await this.count(accountId);
    const clocks = await this.clocks.next(
      accountId,
      rows.map(({ id }) => id),
      locale,
    );
    const { hostBaseUrl: baseUrl, hostAccountId } = await this.accounts.get(accountId);
    const debtorIds = rows.flatMap(({ debtor_id }) => debtor_id ?? []);
    const debtors = await this.portfolio.debtors(accountId, debtorIds);
    const names = await this.portfolio.names(accountId, debtorIds);
    return {
      items: rows.map((row) => ({
        id: row.public_id,
        debtorId: (row.debtor_id === null ? null : debtors.get(row.debtor_id)?.publicId) ?? null,
        debtor: (row.debtor_id === null ? null : names.get(row.debtor_id)) ?? "",
        reason: reasonText(caseReasonOf(row.reason), locale),
        since: toIso(row.waiting_since),
        conversationUrl: this.conversations.url({ baseUrl, hostAccountId }, row.conversation_id),
        clock: clocks.get(row.id) ?? null,
      })),
      total,
    };
  }

  private async count(accountId: number): Promise<number> {
    const { n } = await this.cases(accountId)
      .select(({ fn }) => fn.countAll<number>().as("n"))
      .executeTakeFirstOrThrow();
    return n;
  }

  private cases(accountId: number) {
    const cases = this.db.typed<EscalationsTables>().selectFrom(ESCALATION).where("account_id", "=", accountId);
    return cases.where("closed_at", "is", null).where("answered_at", "is", null);
  }
}
