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
    const debtors = await this.db
      .typed<PortfolioTables>()
      .selectFrom("debtor as d")
      .select(["d.id", "d.public_id", "d.name_sealed"])
      .where("d.account_id", "=", accountId)
      .where("d.id", ">=", from)
      .where("d.id", "<", from + WINDOW)
      .where((is) =>
        is.not(
          is.exists(
            is
              .selectFrom("debtor_lookup as l")
              .select("l.id")
              .whereRef("l.account_id", "=", "d.account_id")
              .whereRef("l.debtor_id", "=", "d.id")
              .where("l.kind", "=", "name_start"),
          ),
        ),
      )
      .orderBy("d.id")
      .execute();
    const subjectOf = ({ id }: Unread) => ({ subject: DEBTOR, subjectId: id, debtorId: id });
    await this.rows.inHalves({ accountId, work: NAME_STARTS, subjectOf }, debtors, (part) => this.read(accountId, part));
    const next = await this.firstId(accountId, from + WINDOW);
    this.readTo.set(accountId, next ?? from + WINDOW);
    return next !== null;
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
