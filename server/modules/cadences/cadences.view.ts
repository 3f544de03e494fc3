import { Injectable } from "@nestjs/common";
import type { ResponseOf } from "../../contract/route.js";
import type { routes } from "../../contract/routes.js";
import { notFound } from "../../shared/errors.js";
import { toIso, toIsoOrNull } from "../../shared/instant.js";
import type { Locale } from "../../shared/locale.js";
import { CadenceAudience } from "./audience.plan.js";
import { CadenceCheck } from "./cadence-check.reader.js";
import { CadenceCounts } from "./cadence-counts.view.js";
import { CadenceDefaults } from "./cadence-defaults.service.js";
import { CadencePredicates } from "./cadence-predicates.plan.js";
import { bodyFor } from "./cadence-names.words.js";
import { noteOf, CadenceWords, pauseReasonOf } from "./cadence-words.service.js";
import { type CadenceRecord, CadencesStore, type VersionRecord } from "./cadences.store.js";
import { type CadenceBody, changesBetween } from "./rules.js";

type Head = ResponseOf<typeof routes.cadences.list>["items"][number];
type View = ResponseOf<typeof routes.cadences.one>;
type Version = ResponseOf<typeof routes.cadences.versions>["items"][number];

/** Cadences as the panel shows them. */
@Injectable()
export class CadencesView {
  constructor(
    private readonly counts: CadenceCounts,
    private readonly defaults: CadenceDefaults,
    private readonly store: CadencesStore,
    private readonly predicates: CadencePredicates,
    private readonly check: CadenceCheck,
    private readonly words: CadenceWords,
    private readonly audience: CadenceAudience,
  ) {}

  async list(accountId: number, locale: Locale): Promise<Head[]> {
    await this.defaults.ensure(accountId);
    return this.heads(accountId, await this.store.list(accountId), locale);
  }

  /** @throws DomainError `cadence.not_found` */
  async one(accountId: number, publicId: string, locale: Locale): Promise<View> {
    const cadence = await this.find(accountId, publicId);
    const [head] = await this.heads(accountId, [cadence], locale);
    const versions = await this.versionViews(accountId, cadence.key, locale);
    const published = versions.find(({ version }) => version === cadence.version) ?? null;
    const draft = cadence.draft && bodyFor(cadence.key, cadence.draft, locale);
    const draftBody = draft ?? published?.body;
    if (!head || !draftBody) throw new Error(`Cadence ${cadence.key} has neither draft nor version`);
    return {
      ...head,
      draftBody: bodyView(draftBody),
      revision: cadence.revision,
      savedAt: toIsoOrNull(cadence.savedAt),
      published,
      debtors: await this.audience.count(accountId, draftBody.segment),
      findings: (await this.check.of(accountId, draftBody)).map((finding) => ({ ...finding, params: { ...finding.params } })),
      changes: published && draft ? changesBetween(published.body, draft) : [],
    };
  }

  async versions(accountId: number, publicId: string, locale: Locale): Promise<Version[]> {
    return this.versionViews(accountId, (await this.find(accountId, publicId)).key, locale);
  }

  /** The draft or what is in force, for the trials; a cadence without the one shows the other. @throws DomainError `cadence.not_found` */
  async body(accountId: number, publicId: string, of: "draft" | "published"): Promise<{ cadence: CadenceRecord; body: CadenceBody }> {
    const cadence = await this.find(accountId, publicId);
    const published = (await this.store.versions(accountId, cadence.key)).find(({ version }) => version === cadence.version)?.body;
    const body = of === "draft" ? (cadence.draft ?? published) : (published ?? cadence.draft);
    if (!body) throw new Error(`Cadence ${cadence.key} has neither draft nor version`);
    return { cadence, body };
  }

  private async find(accountId: number, publicId: string): Promise<CadenceRecord> {
    const cadence = await this.store.byPublicId(accountId, publicId);
    if (!cadence) throw notFound("cadence.not_found", "There is no such cadence in this account.");
    return cadence;
  }

  private async heads(accountId: number, cadences: readonly CadenceRecord[], locale: Locale): Promise<Head[]> {
    const bodies = new Map((await this.store.versions(accountId)).map((row) => [`${row.key}@${row.version}`, row.body]));
    const names = await this.predicates.names(accountId);
    const counts = await this.counts.of(accountId);
    return Promise.all(
      cadences.map(async (cadence): Promise<Head> => {
        const stored = bodies.get(`${cadence.key}@${cadence.version}`) ?? cadence.draft;
        const body = stored && bodyFor(cadence.key, stored, locale);
        const segment = body?.segment ?? null;
        return {
          id: cadence.publicId,
          key: cadence.key,
          name: body?.name ?? cadence.key,
          segment: segment === null ? null : { key: segment, name: names.get(segment) ?? segment },
          priority: cadence.priority,
          status: cadence.status,
          version: cadence.version,
          draft: cadence.draft !== null,
          steps: (body?.steps ?? [])
            .toSorted((a, b) => a.offsetDays - b.offsetDays)
            .map(({ id, name, offsetDays }) => ({ id, name, offsetDays })),
          plannedToday: counts.get(cadence.key)?.today ?? 0,
          sent30Days: counts.get(cadence.key)?.sent ?? 0,
          paused: await this.paused(accountId, cadence),
        };
      }),
    );
  }

  private async paused(accountId: number, cadence: CadenceRecord): Promise<Head["paused"]> {
    if (cadence.pausedAt === null) return null;
    const reason = (await this.words.open(accountId, pauseReasonOf(cadence.publicId), cadence.pauseReasonSealed)) ?? "";
    return { reason, at: toIso(cadence.pausedAt), by: cadence.pausedBy ?? "" };
  }

  private async versionViews(accountId: number, key: string, locale: Locale): Promise<Version[]> {
    const rows = (await this.store.versions(accountId, key)).map((row) => ({ ...row, body: bodyFor(key, row.body, locale) }));
    return Promise.all(rows.map((row, index) => this.versionView(accountId, row, rows[index + 1] ?? null)));
  }

  private async versionView(accountId: number, row: VersionRecord, before: VersionRecord | null): Promise<Version> {
    return {
      version: row.version,
      publishedAt: toIso(row.publishedAt),
      publishedBy: row.publishedBy ?? "system:planner",
      note: await this.words.open(accountId, noteOf(row.key, row.version), row.noteSealed),
      body: bodyView(row.body),
      changes: changesBetween(before?.body ?? null, row.body),
    };
  }
}

function bodyView({ name, segment, steps, exits }: CadenceBody): View["draftBody"] {
  return { name, segment, steps: steps.map((step) => ({ ...step })), exits: { ...exits, smallBalance: [...exits.smallBalance] } };
}
