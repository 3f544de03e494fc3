import { Injectable } from "@nestjs/common";
import { stringify } from "csv-stringify/sync";
import type { FigureCaseView } from "../../../contract/kpis/figures.contract.js";
import { Words } from "../../../platform/words/words.js";
import { type Currency, minorDigits } from "../../../shared/money.js";
import { decimalText, fraction } from "../metrics/domain/arithmetic/fraction.js";
import { type CasesFilter, type CasesHead, FigureCasesPage } from "./figure-cases-page.view.js";

/** Rows read at once. */
const PAGE = 1_000;
const COLUMNS = ["measure", "debtor", "reference", "day", "until", "note", "currency", "size"] as const;

type Cell = string | number;

/**
 * The cases behind a figure as CSV: what it is, of when and known when, then all rows. Cells that a spreadsheet would run as formulas get an
 * apostrophe; amounts are plain decimals of their currency.
 */
@Injectable()
export class CasesFile {
  constructor(
    private readonly page: FigureCasesPage,
    private readonly words: Words,
  ) {}

  /** @throws DomainError as `FigureCasesPage.show`, before the first piece */
  async pieces(accountId: number, id: string, filter: CasesFilter): Promise<AsyncGenerator<string>> {
    const { head, asked } = await this.page.open(accountId, id, filter);
    return this.written(head, filter, (cursor) => this.page.rows(accountId, asked, filter.lang, cursor, PAGE));
  }

  private async *written(
    head: CasesHead,
    filter: CasesFilter,
    rows: (cursor: string | undefined) => Promise<{ items: FigureCaseView[]; next: string | null }>,
  ): AsyncGenerator<string> {
    const say = (key: string) => this.words.say("cases_file", key, filter.lang) ?? key;
    const names = new Map(head.terms.map(({ measure, name }) => [measure, name]));
    const about: Cell[][] = [
      [say("title"), head.figure === head.name ? head.name : `${head.figure}: ${head.name}`],
      [say("period"), `${head.from} – ${head.to}`],
      [say("zone"), head.zone],
      [say("asOf"), head.asOf],
      ...(head.currency === null ? [] : [[say("currency"), head.currency]]),
      ...head.where.map(({ dimension, values }): Cell[] => [dimension.name, values.join(", ")]),
      [say("part"), say(head.part)],
      ...(filter.stage === undefined ? [] : [[say("stage"), this.words.say("case_notes", filter.stage, filter.lang) ?? filter.stage]]),
      ...(filter.column === undefined ? [] : [[say("column"), this.words.say("case_notes", filter.column, filter.lang) ?? filter.column]]),
      [say("count"), head.count],
      [say("sum"), amount(head.sum, head.kind, head.currency)],
      [],
      COLUMNS.map((column) => say(column)),
    ];
    yield csv(about, true);
    let cursor: string | undefined;
    do {
      const { items, next } = await rows(cursor);
      yield csv(
        items.map((item) => [
          names.get(item.measure) ?? item.measure,
          item.debtor ?? "",
          item.reference ?? "",
          item.day ?? "",
          item.until ?? "",
          item.note ?? "",
          item.currency ?? "",
          amount(item.size, head.kind, head.currency),
        ]),
        false,
      );
      cursor = next ?? undefined;
    } while (cursor !== undefined);
  }
}

function csv(lines: readonly (readonly Cell[])[], bom: boolean): string {
  return stringify([...lines], { bom, escape_formulas: true, record_delimiter: "windows" });
}

/** A number as it is, so that its minus is no formula; one beyond what a double holds stays text. */
function amount(whole: string, kind: CasesHead["kind"], currency: Currency | null): Cell {
  if (kind !== "money" || currency === null) return Number.isSafeInteger(Number(whole)) ? Number(whole) : whole;
  const digits = minorDigits(currency);
  const text = decimalText(fraction(BigInt(whole), 10n ** BigInt(digits)), digits);
  return whole.startsWith("-") ? Number(text) : text;
}
