import { Injectable } from "@nestjs/common";
import { Database } from "../../../../platform/database/database.js";
import type { Currency } from "../../../../shared/money.js";
import { LEDGER_ENTRY, PAYMENT, type PaymentsTables } from "../../../payments/index.js";
import { DEBT, type PortfolioTables } from "../../../portfolio/index.js";
import { DEBT_SPAN, type KpisTables, MONEY_FLOW, NO_END } from "../../kpis.tables.js";

import type { BookEntry } from "./domain/books-compared.js";

/** Where the numbers and the ledger do not say the same; amounts in minor units. */
export interface Difference {
  /** `debt`: what is owed; `in_hand`: what is left of a payment */
  readonly what: "debt" | "in_hand";
  /** Public id of the debt or payment. */
  readonly id: string;
  readonly currency: Currency;
  readonly ledgerMinor: number;
  /** Null where the numbers do not know it. */
  readonly toldMinor: number | null;
}

/** Differences shown; where there are more, something is wrong with all of them. */
const MOST = 100;

/** Compares what was built from the journal with the ledger, which knows nothing of it. Both as they are now: let nobody write meanwhile. */
@Injectable()
export class Reconciliation {
  constructor(private readonly db: Database) {}

  async differences(accountId: number): Promise<Difference[]> {
    return [...(await this.debts(accountId)), ...(await this.inHand(accountId))];
  }

  /** Every open debt as the numbers have it now, by the reference the creditor gave it. */
  async books(accountId: number): Promise<BookEntry[]> {
    const rows = await this.tables
      .selectFrom(`${DEBT_SPAN} as s`)
      .innerJoin(`${DEBT} as d`, "d.id", "s.debt_id")
      .select(["d.reference", "s.currency", "s.balance_minor"])
      .where("s.account_id", "=", accountId)
      .where("d.account_id", "=", accountId)
      .where("s.to_at", "=", NO_END)
      .where("s.status", "=", "open")
      .execute();
    return rows.map(({ reference, currency, balance_minor: minor }) => ({ reference, currency, minor }));
  }

  private async debts(accountId: number): Promise<Difference[]> {
    const ledger = this.tables
      .selectFrom(LEDGER_ENTRY)
      .select(({ fn }) => ["debt_id", fn.sum<number | string>("amount_minor").as("minor")])
      .where("account_id", "=", accountId)
      .groupBy("debt_id");
    const rows = await this.tables
      .selectFrom(`${DEBT} as d`)
      .innerJoin(ledger.as("l"), "l.debt_id", "d.id")
      .leftJoin(`${DEBT_SPAN} as s`, (join) =>
        join.on("s.account_id", "=", accountId).onRef("s.debt_id", "=", "d.id").on("s.to_at", "=", NO_END),
      )
      .select(["d.public_id", "d.currency", "l.minor", "s.balance_minor"])
      .where("d.account_id", "=", accountId)
      .where((is) => is.or([is("s.balance_minor", "is", null), is("l.minor", "<>", is.ref("s.balance_minor"))]))
      .orderBy("d.id")
      .limit(MOST)
      .execute();
    return rows.map(({ public_id: id, currency, minor, balance_minor: toldMinor }) => ({
      what: "debt",
      id,
      currency,
      ledgerMinor: Number(minor),
      toldMinor,
    }));
  }

  private async inHand(accountId: number): Promise<Difference[]> {
    const projected = this.tables
      .selectFrom(MONEY_FLOW)
      .select(({ fn }) => ["payment", fn.sum<number | string>("amount_minor").as("minor")])
      .where("account_id", "=", accountId)
      .where("kind", "=", "hand")
      .groupBy("payment");
    const rows = await this.tables
      .selectFrom(`${PAYMENT} as p`)
      .leftJoin(projected.as("t"), "t.payment", "p.public_id")
      .select((is) => ["p.public_id", "p.currency", "p.unallocated_minor", is.fn.coalesce("t.minor", is.lit(0)).as("projected")])
      .where("p.account_id", "=", accountId)
      .where("p.source", "<>", "note")
      .where((is) => is("p.unallocated_minor", "<>", is.fn.coalesce("t.minor", is.lit(0)).$castTo<number>()))
      .orderBy("p.id")
      .limit(MOST)
      .execute();
    return rows.map(({ public_id: id, currency, unallocated_minor: ledgerMinor, projected: minor }) => ({
      what: "in_hand",
      id,
      currency,
      ledgerMinor,
      toldMinor: Number(minor),
    }));
  }

  private get tables() {
    return this.db.typed<KpisTables & PaymentsTables & PortfolioTables>();
  }
}
