import { Injectable } from "@nestjs/common";
import type { ReportData, ReportRunView } from "../../../contract/kpis/reports.contract.js";
import type { ReportKind } from "../../../shared/report-kind.js";
import { readRowCursor, writeCursor } from "../../../shared/cursor.js";
import { notFound } from "../../../shared/errors.js";
import { toIso } from "../../../shared/instant.js";
import type { Locale } from "../../../shared/locale.js";
import type { MailFile } from "../../../platform/mail/mail-server.port.js";
import { ReportBytes, type ReportFormat } from "./report-bytes.reader.js";
import { ReportNames } from "./report-names.reader.js";
import { ReportPages } from "./report-page.words.js";
import { type ReportRun, ReportRunsStore } from "./report-runs.store.js";

/** Reports for people: which were made, one of them as a page, and as files. */
@Injectable()
export class ReportsPage {
  constructor(
    private readonly runs: ReportRunsStore,
    private readonly pages: ReportPages,
    private readonly bytes: ReportBytes,
    private readonly names: ReportNames,
  ) {}

  async list(
    accountId: number,
    { kind, cursor, limit }: { readonly kind?: ReportKind | undefined; readonly cursor?: string | undefined; readonly limit: number },
  ): Promise<{ items: ReportRunView[]; next: string | null; total: null }> {
    const before = cursor === undefined ? null : readRowCursor(cursor);
    const rows = await this.runs.list(accountId, kind ?? null, limit + 1, before);
    const shown = rows.slice(0, limit);
    const next = rows.length > limit ? writeCursor(shown.at(-1)!.id) : null;
    return { items: await this.shown(accountId, shown), next, total: null };
  }

  async one(accountId: number, run: Omit<ReportRun, "data">): Promise<ReportRunView> {
    return (await this.shown(accountId, [run]))[0]!;
  }

  /** @throws DomainError `report.not_found` */
  async open(accountId: number, publicId: string, lang: Locale) {
    const { run, data } = await this.read(accountId, publicId);
    return {
      run: await this.one(accountId, run),
      title: this.pages.title(data, lang),
      html: this.pages.html(data, lang, await this.names.of(accountId)),
      data,
    };
  }

  /** @throws DomainError `report.not_found` */
  async file(accountId: number, publicId: string, format: ReportFormat, lang: Locale): Promise<MailFile> {
    const { run, data } = await this.read(accountId, publicId);
    return this.bytes.of(run, data, await this.names.of(accountId), format, lang);
  }

  private async read(accountId: number, publicId: string): Promise<{ run: ReportRun; data: ReportData }> {
    const run = await this.runs.byPublicId(accountId, publicId);
    if (!run) throw notFound("report.not_found", "There is no such report.", { remedy: "GET /api/reports lists those there are." });
    return { run, data: JSON.parse(run.data) as ReportData };
  }

  private async shown(accountId: number, rows: readonly Omit<ReportRun, "data">[]): Promise<ReportRunView[]> {
    const first = await this.runs.firstWith(
      accountId,
      rows.map(({ hash }) => hash),
    );
    return rows.map((row) => {
      const same = first.get(row.hash);
      return {
        id: row.public_id,
        kind: row.kind,
        from: row.from_day,
        to: row.to_day,
        asOf: toIso(row.as_of),
        cause: row.cause,
        madeAt: toIso(row.made_at),
        hash: row.hash,
        sameAs: same === undefined || same.id === row.id ? null : same.public_id,
      };
    });
  }
}
