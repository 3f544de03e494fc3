import { toIso } from "../../shared/instant.js";
import type { SandboxContext } from "../context.js";
import type { Json, JsonObject } from "../state/records.js";

export const TEMPLATE_STATUSES = [
  "PENDING",
  "APPROVED",
  "REJECTED",
  "PAUSED",
  "DISABLED",
  "IN_APPEAL",
  "LIMIT_EXCEEDED",
  "PENDING_DELETION",
  "DELETED",
  "ARCHIVED",
] as const;
export type TemplateStatus = (typeof TEMPLATE_STATUSES)[number];
export type TemplateCategory = "UTILITY" | "MARKETING" | "AUTHENTICATION";

export interface MetaTemplate {
  readonly id: string;
  readonly wabaId: string;
  readonly name: string;
  readonly language: string;
  status: TemplateStatus;
  /** Meta may file a template under another category than the one asked for. */
  category: TemplateCategory;
  components: JsonObject[];
  readonly parameterFormat: "POSITIONAL" | "NAMED";
  rejectedReason: string;
  readonly createdAt: number;
}

export interface TemplateSubmission {
  name: string;
  language: string;
  category: TemplateCategory;
  components: JsonObject[];
  parameterFormat?: "POSITIONAL" | "NAMED";
}

/** What the review will do with the next submissions. */
export interface ReviewPolicy {
  /** Milliseconds from submission to the verdict; null = only by hand. */
  afterMs: number | null;
  verdict: "APPROVED" | "REJECTED";
  /** Filed under this category whatever was asked for. */
  category: TemplateCategory | null;
}

/** A creation Meta refuses: `code` and `subcode` are the contract, the sentences are localised by Meta and must not be matched. */
export class TemplateRefused extends Error {
  constructor(
    readonly code: number,
    readonly subcode: number,
    readonly title: string,
    message: string,
  ) {
    super(message);
  }
}

const FIRST_ID = 1_180_000_000_000_001n;

/** The stand-in Meta's templates of every WhatsApp Business Account. */
export class TemplateRegistry {
  readonly review: ReviewPolicy = { afterMs: 2_000, verdict: "APPROVED", category: null };
  private readonly templates = new Map<string, MetaTemplate>();
  private lastNumber = 0n;

  constructor(private readonly context: SandboxContext) {}

  submit(wabaId: string, submission: TemplateSubmission): MetaTemplate {
    checkSubmission(submission);
    if (this.find(wabaId, submission.name, submission.language)) {
      throw new TemplateRefused(
        100,
        2388024,
        "Message template language already exists",
        `There is already ${submission.language} content for this template.`,
      );
    }
    const template: MetaTemplate = {
      id: String(FIRST_ID + this.lastNumber++),
      wabaId,
      name: submission.name,
      language: submission.language,
      status: "PENDING",
      category: this.review.category ?? submission.category,
      components: submission.components,
      parameterFormat: submission.parameterFormat ?? "POSITIONAL",
      rejectedReason: "NONE",
      createdAt: this.context.clock.now(),
    };
    this.templates.set(template.id, template);
    const { afterMs, verdict } = this.review;
    if (afterMs !== null) {
      this.context.timers.after(afterMs, () => {
        if (template.status === "PENDING") this.setStatus(template, verdict);
      });
    }
    return template;
  }

  setStatus(template: MetaTemplate, status: TemplateStatus, rejectedReason?: string): void {
    template.status = status;
    template.rejectedReason = status === "REJECTED" ? (rejectedReason ?? "INVALID_FORMAT") : "NONE";
  }

  get(id: string): MetaTemplate | undefined {
    return this.templates.get(id);
  }

  find(wabaId: string, name: string, language: string): MetaTemplate | undefined {
    return this.list(wabaId).find((row) => row.name === name && row.language === language && row.status !== "DELETED");
  }

  list(wabaId: string): MetaTemplate[] {
    return [...this.templates.values()].filter((row) => row.wabaId === wabaId);
  }

  delete(template: MetaTemplate): void {
    this.templates.delete(template.id);
  }
}

/** Meta's default fields of a template; `fields` asks for more. */
export function templateJson(template: MetaTemplate, fields?: readonly string[]): JsonObject {
  const all: Record<string, Json> = {
    name: template.name,
    parameter_format: template.parameterFormat,
    components: template.components,
    language: template.language,
    status: template.status,
    category: template.category,
    id: template.id,
    rejected_reason: template.rejectedReason,
    quality_score: { score: "UNKNOWN" },
    last_updated_time: toIso(template.createdAt),
  };
  const wanted = fields ?? ["name", "parameter_format", "components", "language", "status", "category", "id"];
  return Object.fromEntries(wanted.filter((key) => key in all || key === "id").map((key) => [key, all[key] ?? null]));
}

function checkSubmission(submission: TemplateSubmission): void {
  const body = submission.components.find((item) => item["type"] === "BODY")?.["text"];
  if (!/^[a-z0-9_]{1,512}$/u.test(submission.name)) {
    throw new TemplateRefused(
      100,
      2388023,
      "Invalid template name",
      "Message template name can only have lowercase letters and underscores.",
    );
  }
  if (typeof body !== "string" || body.length > 1024) {
    throw new TemplateRefused(100, 2388072, "Invalid body", "The message body is missing or longer than 1024 characters.");
  }
  if (/^\s*\{\{[^}]*\}\}|\{\{[^}]*\}\}\s*$/u.test(body)) {
    throw new TemplateRefused(100, 2388299, "Leading or trailing variables", "Variables can't be at the start or end of the template.");
  }
}
