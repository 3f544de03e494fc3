import { Injectable } from "@nestjs/common";
import type { ResponseOf } from "../../contract/route.js";
import type { routes } from "../../contract/routes.js";
import { toIso, toIsoOrNull } from "../../shared/instant.js";
import { type Approval, approvalOf, renderText, sampleContext, whatsAppName } from "./rules.js";
import { TemplateCatalogue } from "./template-catalogue.reader.js";
import { TemplateStatuses } from "./template-statuses.store.js";

type View = ResponseOf<typeof routes.templates.list>;
type Status = View["items"][number]["status"];

const STATUS: Readonly<Record<Approval, Status>> = {
  approved: "approved",
  in_review: "pending",
  rejected: "rejected",
  paused: "paused",
  archived: "disabled",
  dead: "disabled",
  unknown: "unknown",
};

@Injectable()
export class TemplatesView {
  constructor(
    private readonly catalogue: TemplateCatalogue,
    private readonly statuses: TemplateStatuses,
  ) {}

  /** Every template of the library with its sample text and what WhatsApp says of it. */
  async list(accountId: number): Promise<View> {
    const rows = new Map((await this.statuses.rows(accountId)).map((row) => [`${row.name}/${row.language}`, row]));
    const items = this.catalogue.all().map((template): View["items"][number] => {
      const row = rows.get(`${whatsAppName(template)}/${template.language.locale}`);
      const submitted = row !== undefined && row.status !== "NOT_SUBMITTED";
      return {
        name: whatsAppName(template),
        language: template.language.locale,
        stage: template.stage,
        status: submitted ? STATUS[approvalOf(row.status)] : "not_submitted",
        category: row?.category || null,
        statusAt: row ? toIso(row.changed_at) : null,
        sendable: row?.blocked_by === null,
        body: renderText(template, sampleContext(template)),
        buttons: template.buttons.map((intent) => template.language.buttons[intent]),
      };
    });
    return { items, syncedAt: toIsoOrNull(Math.max(0, ...[...rows.values()].map((row) => row.seen_at)) || null) };
  }
}
