import type { Locale } from "../../../shared/locale.js";
import { Injectable } from "@nestjs/common";
import type { z } from "zod";
import type { AbsentDebtView, HeldDebt, ImportPreview, ImportView } from "../../../contract/imports.contract.js";
import { readCursor, writeCursor } from "../../../shared/cursor.js";
import { notFound } from "../../../shared/errors.js";
import { toIso, toIsoOrNull } from "../../../shared/instant.js";
import { AccountSettingsView } from "../../portfolio/index.js";
import { errorFile } from "../file/error-file.adapter.js";
import type { DecimalMark } from "../rows/domain/amount-format.js";
import type { RejectedRow } from "../rows/domain/row-problem.js";
import { explainProblem } from "../rows/row-problem.words.js";
import { undoRefusalIn } from "../undo/undo-refusal.words.js";
import { UndoCheck } from "../undo/undo-check.service.js";
import type { Preview } from "./import-preview.service.js";
import { ImportRejectsStore } from "./import-rejects.store.js";
import { type ImportFailure, type ImportRecord, ImportsStore } from "./imports.store.js";
import { type AbsentDebt, SnapshotView } from "./snapshot.view.js";

type ImportItem = z.infer<typeof ImportView>;

/** Imports as the panel and the command line show them. Sentences are in the reader's language, where it is not said in the account's. */
@Injectable()
export class ImportsView {
  constructor(
    private readonly store: ImportsStore,
    private readonly refused: ImportRejectsStore,
    private readonly accounts: AccountSettingsView,
    private readonly snapshots: SnapshotView,
    private readonly undo: UndoCheck,
  ) {}

  async preview(accountId: number, preview: Preview, lang?: Locale): Promise<z.infer<typeof ImportPreview>> {
    const locale = await this.language(accountId, lang);
    const { table, withoutConsent, problems, warnings, absent, ...counts } = preview;
    const { map, format, remembered } = table;
    return {
      ...counts,
      rows: table.count,
      columns: map.headers.map((header, index) => ({
        header,
        field: map.fields[index] ?? null,
        guessed: table.guessed[index] ?? false,
        sample: table.samples[index] ?? null,
      })),
      firstRows: table.firstRows.map((row) => [...row]),
      format: { ...format, decimal: decimalName(format.decimal) },
      sheets: [...table.sheets],
      sheet: table.sheet,
      profile: remembered && { id: remembered.id, name: remembered.name },
      missing: [...map.missing],
      undecidedDates: [...table.undecidedDates],
      debtorsWithoutConsent: withoutConsent,
      absent: absent && {
        open: absent.open,
        debts: absent.debtIds.length,
        confirm: absent.confirm,
        first: absent.first.map(absentDebt),
      },
      problems: problems.flatMap((row) => problemsOf(row, locale)).slice(0, 50),
      warnings: warnings.flatMap((row) => problemsOf(row, locale)).slice(0, 50),
    };
  }

  /** @throws DomainError `import.not_found` */
  async byPublicId(accountId: number, publicId: string, lang?: Locale): Promise<ImportItem> {
    const row = await this.store.byPublicId(accountId, publicId);
    return this.one(accountId, row, lang, await this.undo.refusal(row));
  }

  /** @param refusal why it cannot be undone; without it what state and age say */
  async one(accountId: number, row: ImportRecord, lang?: Locale, refusal = this.undo.quickRefusal(row)): Promise<ImportItem> {
    const locale = await this.language(accountId, lang);
    return {
      id: row.public_id,
      kind: row.kind,
      mode: row.mode,
      fileName: await this.store.fileName(accountId, row),
      status: row.status,
      rows: row.row_count,
      total: row.total,
      created: row.created,
      updated: row.updated,
      unchanged: row.unchanged,
      rejected: row.rejected,
      warned: row.warned,
      held: row.held,
      released: row.released,
      startedAt: toIso(row.started_at),
      finishedAt: toIsoOrNull(row.finished_at),
      by: row.actor,
      failure: row.failure === null ? null : (JSON.parse(row.failure) as ImportFailure),
      undo: { possible: refusal === null, why: refusal && undoRefusalIn(refusal, locale) },
    };
  }

  async list(
    accountId: number,
    query: { readonly cursor?: string | undefined; readonly limit: number; readonly lang?: Locale | undefined },
  ): Promise<{ items: ImportItem[]; next: string | null; total: null }> {
    const cursor = readCursor(query.cursor, ["number"]);
    const rows = await this.store.list(accountId, cursor && Number(cursor[0]), query.limit + 1);
    const shown = rows.slice(0, query.limit);
    const last = shown.at(-1);
    const items = await Promise.all(shown.map((row) => this.one(accountId, row, query.lang)));
    return { items, next: rows.length > query.limit && last ? writeCursor(last.id) : null, total: null };
  }

  /** Debts that an import put on hold because its file left them open. @throws DomainError `import.not_found` */
  async held(
    accountId: number,
    publicId: string,
    query: { readonly cursor?: string | undefined; readonly limit: number },
  ): Promise<{ items: z.infer<typeof HeldDebt>[]; next: string | null; total: number }> {
    const cursor = readCursor(query.cursor, ["number"]);
    const row = await this.store.byPublicId(accountId, publicId);
    const rows = await this.snapshots.heldBy(accountId, row.id, Number(cursor?.[0] ?? 0), query.limit + 1);
    const shown = rows.slice(0, query.limit);
    const last = shown.at(-1);
    const items = shown.map((debt) => ({ ...absentDebt(debt), why: debt.reason }));
    return { items, next: rows.length > query.limit && last ? writeCursor(last.id) : null, total: row.held };
  }

  /**
   * The refused rows and those that lost a cell as CSV, piece by piece.
   * @throws DomainError `import.not_found`, `import.errors_gone` seven days after the import
   */
  async errorFile(accountId: number, publicId: string, lang?: Locale): Promise<Iterable<string>> {
    const row = await this.store.byPublicId(accountId, publicId);
    const rejects = await this.refused.of(accountId, row.id);
    if (rejects.length === 0 && row.rejected + row.warned > 0) {
      throw notFound("import.errors_gone", "The refused rows of this import were deleted seven days after it ended.", {
        remedy: "Send the original file again.",
      });
    }
    return errorFile(rejects, await this.language(accountId, lang));
  }

  private async language(accountId: number, lang: Locale | undefined): Promise<Locale> {
    return lang ?? (await this.accounts.of(accountId)).locale;
  }
}

/** The name the contract has for a decimal mark. */
export function decimalName(mark: DecimalMark | null): "point" | "comma" | null {
  return mark === null ? null : mark === "." ? "point" : "comma";
}

function absentDebt(debt: AbsentDebt): z.infer<typeof AbsentDebtView> {
  return {
    debtorId: debt.debtorPublicId,
    externalId: debt.externalId,
    source: debt.source,
    reference: debt.reference,
    balance: { minor: debt.balanceMinor, currency: debt.currency },
    dueDate: debt.dueDate,
  };
}

function problemsOf(row: RejectedRow, locale: Locale) {
  return row.problems.map((problem) => ({
    line: row.line,
    column: problem.column,
    value: problem.value,
    ...explainProblem(problem, locale, row.taken),
  }));
}
