import { addDays, type CalendarDate } from "../../shared/calendar.js";
import { type Random, SeededRandom } from "../../platform/crypto/randomness.js";
import { between, happens, pick } from "../generator/chance.js";
import { generatePortfolio } from "../generator/portfolio-generator.js";
import { GENERATED_COUNTRIES, type GeneratedDebtor, type PortfolioRow } from "../generator/portfolio-row.js";
import { Arrivals } from "./arrivals.js";
import { dueAroundTheEnd, FOR_THE_LAST_DAY, mayBeWrittenTo } from "./last-day.js";
import { type CreditorFile, exportFile } from "./creditor-file.js";

export interface Payment {
  readonly externalId: string;
  readonly debtReference: string | null;
  readonly debtorExternalId: string | null;
  readonly amountMinor: number;
  readonly currency: string;
  /** Which debt it was meant for; the bank does not always pass that on. */
  readonly meantFor: string;
}

interface Account {
  row: PortfolioRow;
  balanceMinor: number;
  dueDate: CalendarDate;
}

const ARRIVALS_A_WEEK = 0.02;
/** However small the portfolio. */
const FEWEST_ARRIVALS = 2;
/** In the week before the last day, of which some are there for that day. */
const FEWEST_AT_THE_END = 3 * FOR_THE_LAST_DAY;
const EXTENDED_A_WEEK = 0.004;
const CHARGED_A_WEEK = 0.004;
/** Share of open debts that a full export loses: a branch that did not report. */
const LOST_IN_SNAPSHOT = 0.01;
/** Share of rows of the weekly news, which people put together by hand, that cannot be read. */
const SPOILT = 0.03;

/** The creditor's own books: who owes what, what came in, and the files made of it. Its only tie to Saldo are the files and payments. */
export class Creditor {
  private readonly accounts = new Map<string, Account>();
  /** References whose last row was spoilt: it is sent again with the next news. */
  private readonly refused = new Set<string>();
  private readonly expected = new Set<string>();
  private readonly arrivals: Arrivals;
  private payments = 0;
  private slipped = false;

  constructor(
    private readonly seed: number,
    private readonly debtors: number,
    day: CalendarDate,
    private readonly lastDay: CalendarDate,
  ) {
    const all = debtors * 2 + FEWEST_AT_THE_END * 10;
    this.arrivals = new Arrivals(generatePortfolio(new SeededRandom(seed), { debtors: all, countries: GENERATED_COUNTRIES, today: day }));
  }

  /** The portfolio as it is handed over on the first day. */
  firstFile(): CreditorFile {
    const rows = this.arrive(this.debtors, 0);
    return this.file("cartera-alameda.csv", "delta", rows);
  }

  /**
   * What changed in a week: new debtors, due dates that were moved, fees, and the balances that payments left.
   * @param today the Monday on which it is handed over
   */
  weekly(week: number, today: CalendarDate): CreditorFile {
    const changed = [...this.accounts.values()].filter(
      (account) => account.balanceMinor > 0 && (this.changes(account, week) || this.refused.has(account.row.debt.reference)),
    );
    const atTheEnd = addDays(today, 7) > this.lastDay;
    const share = Math.round(this.debtors * ARRIVALS_A_WEEK);
    const rows = this.arrive(Math.max(share, atTheEnd ? FEWEST_AT_THE_END : FEWEST_ARRIVALS), week * 7);
    if (atTheEnd) this.expect(rows);
    return this.file(`novedades-semana-${week}.csv`, "delta", [...changed, ...rows], SPOILT);
  }

  /** Every open debt, but for a few that got lost on the way. */
  snapshot(week: number): CreditorFile {
    const open = [...this.accounts.values()].filter(
      (account) => account.balanceMinor > 0 && !happens(this.chance(`${account.row.debt.reference}/lost`), LOST_IN_SNAPSHOT),
    );
    return this.file(`corte-semana-${week}.csv`, "snapshot", open);
  }

  /** Who is behind a number. Several where a number is shared. */
  behind(phone: string): GeneratedDebtor[] {
    const seen = new Map<string, GeneratedDebtor>();
    for (const { row } of this.accounts.values()) if (row.debtor.phone === phone) seen.set(row.debtor.externalId, row.debtor);
    return [...seen.values()];
  }

  get portfolio(): readonly { readonly debtor: GeneratedDebtor; readonly dueDate: CalendarDate; readonly forTheLastDay: boolean }[] {
    return [...this.accounts.values()].map(({ row: { debtor }, dueDate }) => {
      return { debtor, dueDate, forTheLastDay: this.expected.has(debtor.externalId) };
    });
  }

  get debts(): number {
    return this.accounts.size;
  }

  /** A debtor pays; the books know at once. Null when they owe nothing. */
  receive(
    debtor: string,
    how: "fully" | "partly" | "too_much" | "wrong_reference" | "without_reference",
    today: CalendarDate,
  ): Payment | null {
    const owed = [...this.accounts.values()]
      .filter(({ row, balanceMinor }) => row.debtor.externalId === debtor && balanceMinor > 0 && !this.refused.has(row.debt.reference))
      .sort((a, b) => (a.dueDate === b.dueDate ? 0 : a.dueDate < b.dueDate ? -1 : 1));
    // Nobody pays what is due in weeks.
    const account = owed.find(({ dueDate }) => dueDate <= addDays(today, 5)) ?? owed[0];
    if (!account) return null;
    const { reference, currency } = account.row.debt;
    const externalId = `PG-${String(++this.payments).padStart(6, "0")}`;
    const base = { externalId, debtorExternalId: debtor, currency, meantFor: reference };
    const whole = account.balanceMinor;
    switch (how) {
      case "fully":
        return this.book(account, { ...base, debtReference: reference, amountMinor: whole });
      case "partly":
        return this.book(account, {
          ...base,
          debtReference: reference,
          amountMinor: Math.max(100, Math.round((whole * between(this.chance(`${reference}/${whole}`), 20, 70)) / 10_000) * 100),
        });
      case "too_much":
        return this.book(account, { ...base, debtReference: reference, amountMinor: whole + 5_000 });
      case "wrong_reference":
        // The books learn what it was for when the desk has found out.
        return { ...base, debtReference: `${reference.slice(0, -2)}XX`, amountMinor: whole };
      case "without_reference":
        // The oldest first, whatever it was meant for.
        return this.book(owed[0]!, { ...base, debtReference: null, amountMinor: Math.min(whole, owed[0]!.balanceMinor) });
    }
  }

  /** A payment that nobody could place is placed. */
  place({ meantFor, amountMinor }: Payment): void {
    const account = this.accounts.get(meantFor);
    if (account) account.balanceMinor = Math.max(0, account.balanceMinor - amountMinor);
  }

  /** What is too much for one account goes to the debtor's others in its currency, the oldest first, as a bookkeeper does. */
  private book(account: Account, payment: Payment): Payment {
    const { debtor, debt } = account.row;
    const others = [...this.accounts.values()]
      .filter(({ row }) => row.debtor.externalId === debtor.externalId && row.debt.currency === debt.currency && row !== account.row)
      .sort((a, b) => (a.dueDate === b.dueDate ? 0 : a.dueDate < b.dueDate ? -1 : 1));
    let left = payment.amountMinor;
    for (const one of [account, ...others]) {
      const settled = Math.min(left, one.balanceMinor);
      one.balanceMinor -= settled;
      left -= settled;
    }
    return payment;
  }

  private changes(account: Account, week: number): boolean {
    const random = this.chance(`${account.row.debt.reference}/${week}`);
    if (happens(random, EXTENDED_A_WEEK)) {
      account.dueDate = addDays(account.dueDate, pick(random, [15, 30]));
      return true;
    }
    if (happens(random, CHARGED_A_WEEK)) {
      account.balanceMinor += Math.max(100, Math.round(account.balanceMinor / 5_000) * 100);
      return true;
    }
    // What was paid in part is reported with what is left.
    return account.balanceMinor !== account.row.debt.balanceMinor;
  }

  /** Some of those who owe one thing and may be written to, of whom nobody else has the number, fall due around the last day. */
  private expect(newcomers: readonly Account[]): void {
    const debts = (account: Account) => newcomers.filter(({ row }) => row.debtor.externalId === account.row.debtor.externalId).length;
    const alone = newcomers.filter((account) => {
      const { debtor } = account.row;
      return mayBeWrittenTo(debtor) && debts(account) === 1 && this.behind(debtor.phone ?? "").length === 1;
    });
    for (const [nth, account] of alone.slice(0, FOR_THE_LAST_DAY).entries()) {
      account.row = dueAroundTheEnd(account.row, nth, this.lastDay);
      account.dueDate = account.row.debt.dueDate;
      this.expected.add(account.row.debtor.externalId);
    }
  }

  /** Of each debt's own: payments come in an order that nobody can foresee, and must not change what becomes of other debts. */
  private chance(name: string): Random {
    return SeededRandom.of(this.seed, name);
  }

  private arrive(debtors: number, later: number): Account[] {
    return this.arrivals.next(debtors).map((row) => {
      const shifted = { ...row, debt: { ...row.debt, dueDate: addDays(row.debt.dueDate, later) } };
      const account = { row: shifted, balanceMinor: row.debt.balanceMinor, dueDate: shifted.debt.dueDate };
      this.accounts.set(row.debt.reference, account);
      return account;
    });
  }

  /** @param slips share of rows that somebody spoilt; Saldo refuses them, so what they say is not what the file said */
  private file(name: string, mode: CreditorFile["mode"], accounts: readonly Account[], slips = 0): CreditorFile {
    const current = accounts.map(({ row, balanceMinor, dueDate }) => ({ ...row, debt: { ...row.debt, balanceMinor, dueDate } }));
    const { file, spoilt } = exportFile(name, mode, current, slips, slips > 0 && !this.slipped);
    this.slipped ||= spoilt.size > 0;
    for (const { debt } of current) this.refused.delete(debt.reference);
    for (const reference of spoilt) this.refused.add(reference);
    return file;
  }
}
