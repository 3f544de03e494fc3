import { Injectable } from "@nestjs/common";
import { Database } from "../../../platform/database/database.js";
import { marks } from "../../../platform/database/marks.js";
import { DEBT, DebtorsStore } from "../../portfolio/index.js";
import { debtKey } from "../rows/domain/known.js";
import type { UnreadableRow } from "../rows/domain/unreadable-row.js";

/** A debt that a row may be about. */
export interface DoubtedDebt {
  readonly id: number;
  readonly key: string;
}

interface FoundDebt {
  readonly id: number;
  readonly debtor_id: number;
  readonly source: string;
  readonly reference: string;
}

type Mentions = Pick<UnreadableRow, "externalId" | "mentions">;

const AT_ONCE = 500;

/** Finds the debts that rows are about which cannot be used. A handful of statements, and none where every row can. */
@Injectable()
export class DoubtedDebtsView {
  constructor(
    private readonly db: Database,
    private readonly debtors: DebtorsStore,
  ) {}

  /** Open ones. @param keys of `debtKey` */
  async byKeys(accountId: number, keys: readonly string[]): Promise<DoubtedDebt[]> {
    const wanted = new Set(keys);
    const references = [...new Set(keys.map((key) => key.slice(key.indexOf("\n") + 1)))];
    const found = await this.find(accountId, "reference", references, "open");
    return found.map(doubtedDebt).filter(({ key }) => wanted.has(key));
  }

  /** What rows may be about of which no key can be trusted: debts of the debtors they name, else whatever they mention. */
  async byMentions(accountId: number, rows: readonly Mentions[], states: "open" | "any" = "open"): Promise<DoubtedDebt[]> {
    if (rows.length === 0) return [];
    const owners = await this.ownersOf(accountId, rows);
    const owned = Map.groupBy(await this.find(accountId, "debtor_id", [...new Set(owners.values())], states), (debt) => debt.debtor_id);
    const mentioned = Map.groupBy(
      await this.find(accountId, "reference", [...new Set(rows.flatMap(({ mentions }) => mentions))], states),
      (debt) => debt.reference,
    );
    const found = rows.flatMap(({ externalId, mentions }) => {
      const names = externalId === "" ? mentions : [externalId, ...mentions];
      const theirs = names.flatMap((name) => owned.get(owners.get(name) ?? 0) ?? []);
      const named = mentions.flatMap((mention) => mentioned.get(mention) ?? []);
      const both = named.filter(({ id }) => theirs.some((debt) => debt.id === id));
      if (both.length > 0) return both;
      return theirs.length > 0 ? theirs : named;
    });
    return [...new Map(found.map((debt) => [debt.id, doubtedDebt(debt)])).values()];
  }

  private async ownersOf(accountId: number, rows: readonly Mentions[]): Promise<Map<string, number>> {
    const names = [...new Set(rows.flatMap(({ externalId, mentions }) => (externalId === "" ? mentions : [externalId, ...mentions])))];
    const owners = new Map<string, number>();
    for (let at = 0; at < names.length; at += AT_ONCE) {
      for (const [name, id] of await this.debtors.idsByExternalId(accountId, names.slice(at, at + AT_ONCE))) owners.set(name, id);
    }
    return owners;
  }

  private async find(
    accountId: number,
    column: "reference" | "debtor_id",
    values: readonly (string | number)[],
    states: "open" | "any",
  ): Promise<FoundDebt[]> {
    const found: FoundDebt[] = [];
    const state = states === "open" ? "status = 'open'" : "source not like 'undone:%'";
    for (let at = 0; at < values.length; at += AT_ONCE) {
      const some = values.slice(at, at + AT_ONCE);
      found.push(
        ...(await this.db.rows<FoundDebt>(
          `select id, debtor_id, source, reference from ${DEBT} where account_id = ? and ${state} and ${column} in (${marks(some)})`,
          [accountId, ...some],
        )),
      );
    }
    return found;
  }
}

function doubtedDebt({ id, source, reference }: FoundDebt): DoubtedDebt {
  return { id, key: debtKey(source, reference) };
}
