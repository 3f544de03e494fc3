import type { Database } from "../../platform/database/database.js";
import { DEBT, DEBTOR, type PortfolioTables } from "../portfolio/index.js";
import type { RowNames } from "./debtor-conduct.port.js";

/** What the statements of this file call them: for `compileRule`. */
export const DEBTS_WITH_DEBTORS = { debt: "d", debtor: "p" } as const satisfies RowNames;

/** Debts with their debtors, called as `DEBTS_WITH_DEBTORS` says. The caller asks for the account. */
export function debtsWithDebtors(db: Database) {
  return db
    .typed<PortfolioTables>()
    .selectFrom(`${DEBT} as d`)
    .innerJoin(`${DEBTOR} as p`, (join) => join.onRef("p.account_id", "=", "d.account_id").onRef("p.id", "=", "d.debtor_id"));
}

/** Those of whom a rule says whether they belong: only open debts with a balance are in any segment. */
export function openDebts(db: Database, accountId: number) {
  const debts = debtsWithDebtors(db).where("d.account_id", "=", accountId);
  return debts.where("d.status", "=", "open").where("d.balance_minor", ">", 0);
}
