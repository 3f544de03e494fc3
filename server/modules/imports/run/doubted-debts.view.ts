import { Injectable } from "@nestjs/common";
import type { Selectable } from "kysely";
import { Database } from "../../../platform/database/database.js";
import { type CalledDebtor, DEBT, DebtorsStore, type PortfolioTables } from "../../portfolio/index.js";
import { likeness, looseKey } from "../../portfolio/rules.js";
import { debtKey } from "../rows/domain/known.js";
import type { UnreadableRow } from "../rows/domain/unreadable-row.js";

/** A debt that a row may be about. */
export interface DoubtedDebt {
  readonly id: number;
  readonly key: string;
}

const COLUMNS = ["id", "debtor_id", "source", "reference"] as const;
type FoundDebt = Readonly<Pick<Selectable<PortfolioTables["debt"]>, (typeof COLUMNS)[number]>>;

type Named = Pick<UnreadableRow, "source" | "reference" | "externalId">;
type Mentions = Pick<UnreadableRow, "externalId" | "mentions">;
type States = "open" | "any";

/** Those that are called so, or may be. */
type Lookup<T> = (name: string) => readonly T[];

const AT_ONCE = 500;

/** Finds the debts that rows are about which cannot be used, however they spell them. A handful of statements, and none where every row can. */
@Injectable()
export class DoubtedDebtsView {
  constructor(
    private readonly db: Database,
    private readonly debtors: DebtorsStore,
  ) {}

  /** Open ones. What is spelt otherwise is meant where it is the debtor's whom the row names, or the row names none. */
  async byReferences(accountId: number, rows: readonly Named[]): Promise<DoubtedDebt[]> {
    if (rows.length === 0) return [];
    const called = await this.called(
      accountId,
      rows.map(({ reference }) => reference),
      "open",
    );
    const owners = await this.ownersOf(
      accountId,
      rows.map(({ externalId }) => externalId),
    );
    const found = rows.flatMap(({ source, reference, externalId }) => {
      const alike = called(reference).filter((debt) => debt.source === source);
      const exact = alike.filter((debt) => debt.reference === reference);
      if (exact.length > 0) return exact;
      const theirs = owners(externalId);
      return externalId === "" ? alike : alike.filter((debt) => theirs.includes(debt.debtor_id));
    });
    return each(found);
  }

  /**
   * What rows may be about of which no key can be trusted: debts of the debtors they name, else whatever they mention.
   * @param states `open` for what may be meant; `any` for what is meant for sure
   */
  async byMentions(accountId: number, rows: readonly Mentions[], states: States = "open"): Promise<DoubtedDebt[]> {
    if (rows.length === 0) return [];
    const named = rows.map(({ externalId, mentions }) => (externalId === "" ? mentions : [externalId, ...mentions]));
    const owners = await this.ownersOf(accountId, named.flat(), states);
    const people = new Set(named.flatMap((names) => names.flatMap((name) => owners(name))));
    const owned = Map.groupBy(await this.find(accountId, "debtor_id", [...people], states), (debt) => debt.debtor_id);
    const called = await this.called(
      accountId,
      rows.flatMap(({ mentions }) => mentions),
      states,
    );
    const found = rows.flatMap(({ mentions }, index) => {
      const theirs = named[index]!.flatMap((name) => owners(name)).flatMap((id) => owned.get(id) ?? []);
      const alike = mentions.flatMap((mention) => called(mention));
      const both = alike.filter(({ id }) => theirs.some((debt) => debt.id === id));
      if (both.length > 0) return both;
      return theirs.length > 0 ? theirs : alike;
    });
    return each(found);
  }

  private async ownersOf(accountId: number, names: readonly string[], states: States = "open"): Promise<Lookup<number>> {
    const all = [...new Set(names)].filter((name) => name !== "");
    const owners: CalledDebtor[] = [];
    for (let at = 0; at < all.length; at += AT_ONCE) {
      owners.push(...(await this.debtors.perhapsCalled(accountId, all.slice(at, at + AT_ONCE))));
    }
    const lookup = lookupOf(owners, ({ external_id: name }) => name, states);
    return (name) => lookup(name).map(({ id }) => id);
  }

  private async called(accountId: number, references: readonly string[], states: States): Promise<Lookup<FoundDebt>> {
    const keys = [...new Set(references.map(looseKey))];
    return lookupOf(await this.find(accountId, "loose_reference", keys, states), ({ reference }) => reference, states);
  }

  private async find(
    accountId: number,
    column: "loose_reference" | "debtor_id",
    values: readonly (string | number)[],
    states: States,
  ): Promise<FoundDebt[]> {
    const found: FoundDebt[] = [];
    const all = this.db.typed<PortfolioTables>().selectFrom(DEBT).select(COLUMNS).where("account_id", "=", accountId);
    const debts = states === "open" ? all.where("status", "=", "open") : all.where("source", "not like", "undone:%");
    for (let at = 0; at < values.length; at += AT_ONCE) {
      found.push(...(await debts.where(column, "in", values.slice(at, at + AT_ONCE)).execute()));
    }
    return found;
  }
}

function lookupOf<T>(found: readonly T[], nameOf: (one: T) => string, states: States): Lookup<T> {
  const byKey = Map.groupBy(found, (one) => looseKey(nameOf(one)));
  return (name) => {
    const likely = byKey.get(looseKey(name)) ?? [];
    if (states === "open") return likely.filter((one) => likeness(name, nameOf(one)) !== "other");
    const exact = likely.filter((one) => nameOf(one) === name);
    return exact.length > 0 ? exact : likely.filter((one) => likeness(name, nameOf(one)) === "same");
  };
}

function each(debts: readonly FoundDebt[]): DoubtedDebt[] {
  return [...new Map(debts.map(({ id, source, reference }) => [id, { id, key: debtKey(source, reference) }])).values()];
}
