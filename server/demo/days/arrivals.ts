import type { PortfolioRow } from "../generator/portfolio-row.js";

/** Hands out the debts of a generated portfolio, so many debtors at a time and each with all their debts. */
export class Arrivals {
  private waiting: PortfolioRow | null = null;
  private arrived = 0;

  constructor(private readonly rows: Iterator<PortfolioRow>) {}

  /** The debts of the next debtors; fewer when the portfolio ends. */
  next(debtors: number): PortfolioRow[] {
    this.arrived += debtors;
    const rows: PortfolioRow[] = [];
    for (let row = this.waiting ?? this.nextRow(); row !== null; row = this.nextRow()) {
      this.waiting = numberOf(row) > this.arrived ? row : null;
      if (this.waiting) break;
      rows.push(row);
    }
    return rows;
  }

  private nextRow(): PortfolioRow | null {
    const next = this.rows.next();
    return next.done === true ? null : next.value;
  }
}

/** Generated debtors are numbered in the order they come, behind a prefix of three letters. */
function numberOf({ debtor }: PortfolioRow): number {
  return Number(debtor.externalId.slice(3));
}
