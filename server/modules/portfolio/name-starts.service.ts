import { Injectable } from "@nestjs/common";
import { DebtorVault } from "../../platform/crypto/debtor-vault.js";
import { LookupHash } from "../../platform/crypto/lookup-hash.js";
import { Database } from "../../platform/database/database.js";
import { WorkRows } from "../../platform/work/work-rows.js";
import { startsOf } from "./debtor-lookups.adapter.js";
import { DebtorsStore } from "./debtors.store.js";
import type { DebtorRecord } from "./portfolio-rows.tables.js";
import { DEBTOR, type PortfolioTables } from "./portfolio.tables.js";

/** Name of the job. */
export const NAME_STARTS = "portfolio.name-starts";
/** Ids that one statement looks through: nobody else waits long for it. */
const WINDOW = 1_000;

type Unread = Pick<DebtorRecord, "id" | "public_id" | "name_sealed">;

/** Has debtors found by the beginnings of their names who were stored before that was possible. */
@Injectable()
export class NameStarts {
  /** How far each account has been read, by this process. */
  private readonly readTo = new Map<number, number>();

  constructor(
    private readonly db: Database,
    private readonly store: DebtorsStore,
    private readonly vault: DebtorVault,
    private readonly hash: LookupHash,
    private readonly rows: WorkRows,
  ) {}

  /** From the first debtor again: a process of the version before may have stored some meanwhile. */
  startAgain(): void {
    this.readTo.clear();
  }

  /** @returns whether there may be more */
  async readSome(accountId: number): Promise<boolean> {
    const from = this.readTo.get(accountId) ?? (await this.firstId(accountId));
    if (from === null) return false;
    const debtors = await this.withoutStarts(accountId, from);
    const subjectOf = ({ id }: Unread) => ({ subject: DEBTOR, subjectId: id, debtorId: id });
    await this.rows.inHalves({ accountId, work: NAME_STARTS, subjectOf }, debtors, (part) => this.read(accountId, part));
    const next = await this.firstId(accountId, from + WINDOW);
    this.readTo.set(accountId, next ?? from + WINDOW);
    return next !== null;
  }

  /**
   * Two looks at one range of debtors each. Asked in one, SQLite takes the index on kinds for every single debtor and reads all there is under it:
   * for an account of ten thousand that is a hundred million rows.
   */
  private async withoutStarts(accountId: number, from: number): Promise<Unread[]> {
    const tables = this.db.typed<PortfolioTables>();
    const found = await tables
      .selectFrom("debtor_lookup")
      .select("debtor_id")
      .where("account_id", "=", accountId)
      .where("debtor_id", ">=", from)
      .where("debtor_id", "<", from + WINDOW)
      .groupBy("debtor_id")
      .having((is) => is.fn.max(is.case().when("kind", "=", "name_start").then(1).else(0).end()), "=", 1)
      .execute();
    const known = new Set(found.map(({ debtor_id: id }) => id));
    const debtors = await tables
      .selectFrom("debtor")
      .select(["id", "public_id", "name_sealed"])
      .where("account_id", "=", accountId)
      .where("id", ">=", from)
      .where("id", "<", from + WINDOW)
      .orderBy("id")
      .execute();
    return debtors.filter(({ id }) => !known.has(id));
  }

  private async firstId(accountId: number, from = 0): Promise<number | null> {
    const debtors = this.db.typed<PortfolioTables>().selectFrom("debtor").select("id").where("account_id", "=", accountId);
    return (await debtors.where("id", ">=", from).orderBy("id").limit(1).executeTakeFirst())?.id ?? null;
  }

  private read(accountId: number, debtors: readonly Unread[]): Promise<void> {
    return this.db.inUnitOfWork(NAME_STARTS, async () => {
      const keys = await this.vault.keys(
        accountId,
        debtors.map(({ id }) => id),
      );
      const entries = debtors.flatMap(({ id, public_id: row, name_sealed: sealed }) => {
        // Whose key is gone is nobody any more.
        const key = keys.get(id);
        const cell = { table: DEBTOR, column: "name_sealed", row } as const;
        return key ? startsOf(this.hash, accountId, id, this.vault.openWith(key, accountId, cell, sealed)) : [];
      });
      if (entries.length > 0) await this.store.addLookups(accountId, entries);
    });
  }
}
