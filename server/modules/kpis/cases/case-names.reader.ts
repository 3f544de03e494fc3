import { Injectable } from "@nestjs/common";
import type { FigureCaseView } from "../../../contract/kpis/figures.contract.js";
import { Database } from "../../../platform/database/database.js";
import { Words } from "../../../platform/words/words.js";
import type { Locale } from "../../../shared/locale.js";
import type { Currency } from "../../../shared/money.js";
import { DEBT, PortfolioReader, type PortfolioTables } from "../../portfolio/index.js";
import type { FigureCase } from "./figure-cases.reader.js";

/** Gives cases the names and references by which people know them. */
@Injectable()
export class CaseNames {
  constructor(
    private readonly db: Database,
    private readonly portfolio: PortfolioReader,
    private readonly words: Words,
  ) {}

  /** @param currency of their sizes; of an account in whatever currency its own is taken */
  async of(accountId: number, cases: readonly FigureCase[], currency: Currency | null, lang: Locale): Promise<FigureCaseView[]> {
    const debtorIds = [...new Set(cases.flatMap(({ debtor_id: id }) => (id === null ? [] : [id])))];
    const debtors = await this.portfolio.debtors(accountId, debtorIds);
    const names = await this.portfolio.names(accountId, debtorIds);
    const references = await this.references(accountId, cases);
    return cases.map(({ case_key: key, debtor_id: debtorId, debt_id: debtId, nature, measure, day, until, note, size }) => {
      const ofCurrency = nature === "debtor" && note !== null && /^[A-Z]{3}$/.test(note);
      return {
        key: String(key),
        nature,
        measure,
        debtorId: (debtorId === null ? undefined : debtors.get(debtorId)?.publicId) ?? null,
        debtor: (debtorId === null ? undefined : names.get(debtorId)) ?? null,
        reference: (debtId === null ? undefined : references.get(debtId)) ?? null,
        day,
        until,
        note: ofCurrency ? null : note && (this.words.say("case_notes", note, lang) ?? note),
        currency: currency ?? (ofCurrency ? note : null),
        size: String(size),
      };
    });
  }

  private async references(accountId: number, cases: readonly FigureCase[]): Promise<Map<number, string>> {
    const ids = [...new Set(cases.flatMap(({ debt_id: id }) => (id === null ? [] : [id])))];
    if (ids.length === 0) return new Map();
    const rows = await this.db
      .typed<PortfolioTables>()
      .selectFrom(DEBT)
      .select(["id", "reference"])
      .where("account_id", "=", accountId)
      .where("id", "in", ids)
      .execute();
    return new Map(rows.map(({ id, reference }) => [id, reference]));
  }
}
