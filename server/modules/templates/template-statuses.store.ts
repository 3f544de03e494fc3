import { Injectable } from "@nestjs/common";
import type { Selectable } from "kysely";
import { system } from "../../shared/actor.js";
import { Clock } from "../../platform/clock/clock.js";
import { Database } from "../../platform/database/database.js";
import { JobQueue } from "../../platform/queue/job-queue.js";
import { Journal } from "../journal/index.js";
import { type SubmittedTemplate, type MessageTemplate, sendability, whatsAppName } from "./rules.js";
import { TemplateCatalogue } from "./template-catalogue.reader.js";
import { templateEvents } from "./templates.events.js";
import { TEMPLATE_STATUS, type TemplatesTables } from "./templates.tables.js";

export interface ListedTemplate extends SubmittedTemplate {
  readonly name: string;
  readonly language: string;
}

export type StatusRow = Readonly<Omit<Selectable<TemplatesTables["template_status"]>, "id" | "account_id">>;

/** Keeps what WhatsApp says of our templates. Only a template seen as sendable may be sent; what is missing or unknown may not. */
@Injectable()
export class TemplateStatuses {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly catalogue: TemplateCatalogue,
    private readonly journal: Journal,
    private readonly queue: JobQueue,
  ) {}

  rows(accountId: number): Promise<StatusRow[]> {
    return this.db
      .typed<TemplatesTables>()
      .selectFrom(TEMPLATE_STATUS)
      .select(["name", "language", "status", "category", "blocked_by", "changed_at", "seen_at"])
      .where("account_id", "=", accountId)
      .execute();
  }

  /** Keys `name/language` of what may be sent now. */
  async sendable(accountId: number): Promise<ReadonlySet<string>> {
    const rows = await this.rows(accountId);
    return new Set(rows.filter((row) => row.blocked_by === null).map((row) => `${row.name}/${row.language}`));
  }

  /** Takes over the helpdesk's list; every change is journalled. A template that vanished from the list is no longer sendable. */
  async takeOver(accountId: number, listed: readonly ListedTemplate[]): Promise<void> {
    await this.db.inUnitOfWork("templates.take_over", async () => {
      const now = this.clock.now();
      const known = new Map((await this.rows(accountId)).map((row) => [`${row.name}/${row.language}`, row]));
      const fresh = this.catalogue.all().flatMap((template) => this.judge(template, listed) ?? []);
      const seen = this.db.typed<TemplatesTables>().updateTable(TEMPLATE_STATUS).set({ seen_at: now });
      await seen.where("account_id", "=", accountId).execute();
      for (const row of fresh) {
        const before = known.get(`${row.name}/${row.language}`);
        if (before?.status === row.status && before.category === row.category && before.blocked_by === row.blocked_by) continue;
        await this.db.upsert(
          TEMPLATE_STATUS,
          [{ account_id: accountId, ...row, changed_at: now, seen_at: now }],
          ["account_id", "name", "language"],
          ["status", "category", "blocked_by", "changed_at", "seen_at"],
        );
        // What waited for its template may go now, and what counted on it may not.
        this.db.afterCommit(() => this.queue.wake("plan"));
        this.journal.append(accountId, {
          type: templateEvents.statusChanged,
          version: 1,
          actor: system("templates"),
          payload: {
            template: row.name,
            language: row.language,
            from: before?.status ?? null,
            to: row.status,
            category: row.category,
            blockedBy: row.blocked_by,
          },
        });
      }
    });
  }

  private judge(
    template: MessageTemplate,
    listed: readonly ListedTemplate[],
  ): { name: string; language: string; status: string; category: string; blocked_by: string | null } {
    const name = whatsAppName(template);
    const host = listed.find((candidate) => candidate.name === name && candidate.language === template.language.locale) ?? null;
    const verdict = sendability(template, host);
    return {
      name,
      language: template.language.locale,
      status: (host?.status ?? "NOT_SUBMITTED").slice(0, 32),
      category: (host?.category ?? "").slice(0, 32),
      blocked_by: verdict.sendable ? null : verdict.reason,
    };
  }
}
