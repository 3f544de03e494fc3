import type { Selectable } from "kysely";
import type { PortfolioTables } from "./portfolio.tables.js";

/** Rows as the database gives them. */
export type DebtorRecord = Readonly<Selectable<PortfolioTables["debtor"]>>;
export type ContactPointRecord = Readonly<Selectable<PortfolioTables["contact_point"]>>;
export type DebtRecord = Readonly<Selectable<PortfolioTables["debt"]>>;
export type HoldRecord = Readonly<Selectable<PortfolioTables["hold"]>>;
