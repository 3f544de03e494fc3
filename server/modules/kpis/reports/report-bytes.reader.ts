import { Injectable } from "@nestjs/common";
import type { ReportData } from "../../../contract/kpis/reports.contract.js";
import type { MailFile } from "../../../platform/mail/mail-server.port.js";
import type { Locale } from "../../../shared/locale.js";
import type { ReportNaming } from "./report-names.reader.js";
import { ReportPages } from "./report-page.words.js";
import { ReportPdf } from "./report-pdf.adapter.js";
import type { ReportRun } from "./report-runs.store.js";
import { ReportFiles, type ReportSource } from "./report-workbook.adapter.js";

export type ReportFormat = "html" | "pdf" | "xlsx" | "csv";

const TYPES: Readonly<Record<ReportFormat, string>> = {
  html: "text/html; charset=utf-8",
  pdf: "application/pdf",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv; charset=utf-8",
};

/** A report as a file, to be downloaded as to be mailed. */
@Injectable()
export class ReportBytes {
  constructor(
    private readonly pages: ReportPages,
    private readonly files: ReportFiles,
    private readonly pdf: ReportPdf,
  ) {}

  async of(
    { kind, from_day, to_day, hash }: Pick<ReportRun, "kind" | "from_day" | "to_day" | "hash">,
    data: ReportData,
    naming: ReportNaming,
    format: ReportFormat,
    lang: Locale,
  ): Promise<MailFile> {
    const days = from_day === to_day ? from_day : `${from_day}-${to_day}`;
    return { name: `saldo-${kind}-${days}.${format}`, type: TYPES[format], bytes: await this.bytes({ data, hash, naming }, format, lang) };
  }

  private async bytes(source: ReportSource, format: ReportFormat, lang: Locale): Promise<Uint8Array> {
    if (format === "html") return Buffer.from(this.pages.html(source.data, lang, source.naming));
    if (format === "csv") return Buffer.from(this.files.csv(source, lang));
    return format === "pdf" ? this.pdf.draw(source, lang) : this.files.workbook(source, lang);
  }
}
