import { Injectable } from "@nestjs/common";
import { TemplateCatalogue, TemplateStatuses } from "../templates/index.js";
import { lintMessage, type MessageTemplate, whatsAppName } from "../templates/rules.js";
import { CadencePredicates } from "./cadence-predicates.plan.js";
import { type CadenceBody, type CadenceFinding, findingsIn, type TemplateFacts } from "./rules.js";

/** Proves a body against what it names: templates with their approval, segment, conditions. */
@Injectable()
export class CadenceCheck {
  constructor(
    private readonly catalogue: TemplateCatalogue,
    private readonly statuses: TemplateStatuses,
    private readonly predicates: CadencePredicates,
  ) {}

  async of(accountId: number, body: CadenceBody): Promise<CadenceFinding[]> {
    const badConditions = new Map<string, string>();
    for (const step of body.steps) {
      const problem = this.predicates.problemOf(step.condition);
      if (problem !== null) badConditions.set(step.id, problem);
    }
    return findingsIn(body, {
      templates: await this.templates(accountId, new Set(body.steps.map((step) => step.template))),
      segment: body.segment === null ? null : await this.predicates.stagesOf(accountId, body.segment),
      badConditions,
    });
  }

  private async templates(accountId: number, names: ReadonlySet<string>): Promise<Map<string, TemplateFacts>> {
    const blocked = new Map((await this.statuses.rows(accountId)).map((row) => [`${row.name}/${row.language}`, row.blocked_by]));
    const locales = this.catalogue.languages().map(({ locale }) => locale);
    const known = this.catalogue.all().filter(({ name }) => names.has(name));
    return new Map(
      [...Map.groupBy(known, ({ name }) => name)].map(([name, versions]) => [
        name,
        {
          stage: versions[0]!.stage,
          languages: locales,
          missing: locales.filter((locale) => !versions.some((version) => version.language.locale === locale)),
          blocked: versions.flatMap((version) => blockedOf(version, blocked)),
          lint: versions.flatMap((version) => lintMessage(version).map((finding) => ({ ...finding, language: version.language.locale }))),
        },
      ]),
    );
  }
}

/** A template WhatsApp has not been seen to know is blocked like one it refused. */
function blockedOf(version: MessageTemplate, rows: ReadonlyMap<string, string | null>): TemplateFacts["blocked"] {
  const reason = rows.get(`${whatsAppName(version)}/${version.language.locale}`);
  return reason === null ? [] : [{ language: version.language.locale, reason: reason ?? "not_submitted" }];
}
