import { Injectable } from "@nestjs/common";
import { type Expression, expressionBuilder, type SqlBool } from "kysely";
import { phoneKey } from "../../shared/phone-key.js";
import { personIdKey, words } from "../../shared/words.js";
import { type LookupKind, LookupHash } from "../../platform/crypto/lookup-hash.js";
import { Database } from "../../platform/database/database.js";
import { looseKey } from "./domain/loose-key.js";
import { referenceNumber } from "./domain/mentions.js";
import { isNamed, nameStart, START } from "./domain/name-start.js";
import { COUNTRIES } from "./domain/zones-of.js";
import { readPhone } from "./phone-number.adapter.js";
import { DEBT, DEBTOR, DEBTOR_LOOKUP, type PortfolioTables } from "./portfolio.tables.js";

/** More than one number, id or reference stands for; the rest of an account that reuses them is found by name. */
const MOST_EXACT = 200;

/** A search as a condition on `id`, and what of its answer has to be looked at in the opened name. */
export interface Search {
  readonly condition: Expression<SqlBool>;
  /** Whether the hashes say less than what was typed: a longer word is known by its first letters only. */
  readonly look: boolean;
  finds(debtor: { readonly id: number; readonly name: string }): boolean;
}

/** What somebody types into the search: beginnings of the words of a name; or a phone, personal id, debtor or debt, whole. */
@Injectable()
export class DebtorSearch {
  constructor(
    private readonly db: Database,
    private readonly hash: LookupHash,
  ) {}

  async of(accountId: number, text: string): Promise<Search> {
    const is = expressionBuilder<{ readonly listed: { readonly id: number } }, "listed">();
    const exact = await this.exact(accountId, text);
    const typed = words(text).filter((word) => word.length > 1);
    const parts = typed.map((word) => is("id", "in", this.calledSo(accountId, word)));
    const terms = [...(parts.length > 0 ? [is.and(parts)] : []), ...(exact.length > 0 ? [is("id", "in", exact)] : [])];
    const certain = new Set(exact);
    return {
      condition: is.or(terms),
      look: typed.some((word) => word.length > START),
      finds: ({ id, name }) => certain.has(id) || isNamed(name, typed),
    };
  }

  /** Debtors with that word in their names, or with one that begins so far as hashes tell. */
  private calledSo(accountId: number, word: string) {
    return this.tables
      .selectFrom(DEBTOR_LOOKUP)
      .select("debtor_id")
      .where("account_id", "=", accountId)
      .where((of) => {
        const hashed = (kind: LookupKind, text: string) =>
          of.and([of("kind", "=", kind), of("hash", "=", this.hash.of(accountId, kind, text))]);
        return of.or([hashed("name_word", word), ...(word.length < START ? [] : [hashed("name_start", nameStart(word))])]);
      });
  }

  /** Debtors of a whole number, id or reference. */
  private async exact(accountId: number, text: string): Promise<number[]> {
    const personId = personIdKey(text);
    const rows = [
      await this.tables.selectFrom(DEBTOR).select("id").where("account_id", "=", accountId).where("external_id", "=", text).execute(),
      await this.owing(accountId, text),
      await this.known(accountId, "phone", phoneKeys(text)),
      await this.known(accountId, "person_id", personId ? [personId] : []),
    ];
    return [...new Set(rows.flat().map(({ id }) => id))];
  }

  /** Of a reference however it is spelt, or of its number alone. */
  private async owing(accountId: number, reference: string): Promise<{ id: number }[]> {
    const debts = this.tables.selectFrom(DEBT).select("debtor_id as id").where("account_id", "=", accountId);
    const called = await debts.where("loose_reference", "=", looseKey(reference)).limit(MOST_EXACT).execute();
    if (called.length > 0 || !/^\d+$/.test(reference)) return called;
    return debts.where("reference_number", "=", referenceNumber(reference)).limit(MOST_EXACT).execute();
  }

  private async known(accountId: number, kind: LookupKind, keys: readonly string[]): Promise<{ id: number }[]> {
    const hashes = keys.map((key) => this.hash.of(accountId, kind, key));
    if (hashes.length === 0) return [];
    const entries = this.tables.selectFrom(DEBTOR_LOOKUP).select("debtor_id as id").where("account_id", "=", accountId);
    return entries.where("kind", "=", kind).where("hash", "in", hashes).limit(MOST_EXACT).execute();
  }

  private get tables() {
    return this.db.typed<PortfolioTables>();
  }
}

/** What a typed number may stand for: itself, or one of any country we know when its code was left out. */
function phoneKeys(text: string): string[] {
  if (text.replace(/\D/g, "").length < 7) return [];
  const numbers = COUNTRIES.map((country) => readPhone(text, country)).flatMap((result) =>
    "number" in result ? phoneKey(result.number) : [],
  );
  return [...new Set([phoneKey(text), ...numbers])];
}
