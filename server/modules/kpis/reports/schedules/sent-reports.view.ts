import { Injectable } from "@nestjs/common";
import type { SentReport } from "../../../../contract/kpis/report-schedules.contract.js";
import { readRowCursor, writeCursor } from "../../../../shared/cursor.js";
import { toIso, toIsoOrNull } from "../../../../shared/instant.js";
import { MailLog, MailPeople, type SentMail } from "../../../accounts/index.js";
import { ReportRunsStore } from "../report-runs.store.js";

/** What was sent to whom, and what became of it. */
@Injectable()
export class SentReports {
  constructor(
    private readonly log: MailLog,
    private readonly runs: ReportRunsStore,
    private readonly people: MailPeople,
  ) {}

  /** Newest first. */
  async list(
    accountId: number,
    { cursor, limit }: { readonly cursor?: string | undefined; readonly limit: number },
  ): Promise<{ items: SentReport[]; next: string | null; total: null }> {
    const mails = await this.log.list(accountId, "report", limit + 1, cursor === undefined ? null : readRowCursor(cursor));
    const shown = mails.slice(0, limit);
    const runs = await this.runs.withPublicIds(
      accountId,
      shown.map(({ about }) => about),
    );
    const names = await this.names(accountId);
    return {
      items: shown.flatMap((mail) => {
        const run = runs.get(mail.about);
        if (!run) return [];
        return [
          {
            id: mail.publicId,
            report: mail.about,
            kind: run.kind,
            from: run.from_day,
            to: run.to_day,
            recipient: names.get(mail.recipient) ?? mail.address,
            outside: mail.recipient.startsWith("outside:"),
            ...outcomeOf(mail),
          },
        ];
      }),
      next: mails.length > limit ? writeCursor(shown.at(-1)!.id) : null,
      total: null,
    };
  }

  /** Without the helpdesk an address says who it was. */
  private async names(accountId: number): Promise<Map<string, string>> {
    const people = await this.people.list(accountId).catch(() => []);
    return new Map(people.map(({ hostUserId, name }) => [`user:${hostUserId}`, name]));
  }
}

function outcomeOf({ state, attempts, problem, writtenAt, endedAt }: SentMail) {
  return { state, attempts, problem, writtenAt: toIso(writtenAt), endedAt: toIsoOrNull(endedAt) };
}
