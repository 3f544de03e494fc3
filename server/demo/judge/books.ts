import type { FileRow, IdentifiedPayment, PostedPayment, Recording } from "../days/recording.js";

interface Debt {
  readonly row: FileRow;
  balanceMinor: number;
  dueDate: string;
  /** What the last file said: a file that says it again says nothing new. */
  stated: number;
}

type Entry =
  | { readonly at: number; readonly file: readonly FileRow[] }
  | { readonly at: number; readonly payment: PostedPayment }
  | { readonly at: number; readonly identified: IdentifiedPayment };

export interface OwedDebt {
  readonly reference: string;
  readonly debtor: string;
  readonly currency: string;
  readonly balanceMinor: number;
  readonly dueDate: string;
}

/**
 * What everybody owed at any moment, added up anew from the files and payments that were posted. Moments must be asked for in order: the
 * books are turned page by page.
 */
export class Books {
  private readonly debts = new Map<string, Debt>();
  private readonly byDebtor = new Map<string, Debt[]>();
  /** What debtors paid beyond what they owed: it counts for what they owe next, in its currency. */
  private readonly inHand = new Map<string, number>();
  private readonly unplaced = new Map<string, PostedPayment>();
  private readonly people = new Map<string, FileRow>();
  private readonly phones = new Map<string, Set<string>>();
  private readonly entries: readonly Entry[];
  private next = 0;

  constructor({ files, payments, identified }: Pick<Recording, "files" | "payments" | "identified">) {
    this.entries = [
      ...files.map(({ at, rows }): Entry => ({ at, file: rows })),
      ...payments.map((payment): Entry => ({ at: payment.at, payment })),
      ...identified.map((one): Entry => ({ at: one.at, identified: one })),
    ].sort((a, b) => a.at - b.at);
  }

  /** Everything that was posted before `at`. */
  turnTo(at: number): void {
    for (; this.next < this.entries.length && this.entries[this.next]!.at < at; this.next++) this.enter(this.entries[this.next]!);
  }

  /** Who a number belongs to, as the creditor's files say: digits without `+`. */
  ownersOf(phone: string): readonly string[] {
    return [...(this.phones.get(phone) ?? [])];
  }

  person(debtor: string): FileRow | null {
    return this.people.get(debtor) ?? null;
  }

  debt(reference: string): OwedDebt | null {
    const debt = this.debts.get(reference);
    return debt ? owed(debt) : null;
  }

  owedBy(debtor: string): readonly OwedDebt[] {
    return (this.byDebtor.get(debtor) ?? []).filter(({ balanceMinor }) => balanceMinor > 0).map(owed);
  }

  private enter(entry: Entry): void {
    if ("file" in entry) {
      for (const row of entry.file) this.state(row);
      for (const row of entry.file) this.spend(row.debtor, row.currency);
    } else if ("payment" in entry) this.pay(entry.payment);
    else {
      const payment = this.unplaced.get(entry.identified.externalId);
      const debt = this.debts.get(entry.identified.debtReference);
      if (payment && debt) this.take(debt, payment.amountMinor);
    }
  }

  private state(row: FileRow): void {
    const known = this.debts.get(row.reference);
    this.people.set(row.debtor, row);
    if (row.phone !== null) {
      const digits = row.phone.replace(/\D/gu, "");
      this.phones.set(digits, (this.phones.get(digits) ?? new Set()).add(row.debtor));
    }
    if (!known) {
      const debt = { row, balanceMinor: row.balanceMinor, dueDate: row.dueDate, stated: row.balanceMinor };
      this.debts.set(row.reference, debt);
      this.byDebtor.set(row.debtor, [...(this.byDebtor.get(row.debtor) ?? []), debt]);
      return;
    }
    known.dueDate = row.dueDate;
    if (row.balanceMinor === known.stated) return;
    known.balanceMinor = row.balanceMinor;
    known.stated = row.balanceMinor;
  }

  private pay(payment: PostedPayment): void {
    const { debtReference, debtorExternalId, amountMinor, currency } = payment;
    if (debtReference !== null) {
      const debt = this.debts.get(debtReference);
      if (debt) this.take(debt, amountMinor);
      else this.unplaced.set(payment.externalId, payment);
      return;
    }
    this.keep(debtorExternalId ?? "", currency, amountMinor);
  }

  /** The debt it is for first, the debtor's others with what is left. */
  private take(debt: Debt, minor: number): void {
    this.keep(debt.row.debtor, debt.row.currency, minor - this.settle(debt, minor));
  }

  private keep(debtor: string, currency: string, minor: number): void {
    const key = `${debtor} ${currency}`;
    this.inHand.set(key, (this.inHand.get(key) ?? 0) + minor);
    this.spend(debtor, currency);
  }

  private spend(debtor: string, currency: string): void {
    const key = `${debtor} ${currency}`;
    let left = this.inHand.get(key) ?? 0;
    if (left === 0) return;
    const oldest = (this.byDebtor.get(debtor) ?? [])
      .filter((debt) => debt.balanceMinor > 0 && debt.row.currency === currency)
      .sort((a, b) => (a.dueDate === b.dueDate ? 0 : a.dueDate < b.dueDate ? -1 : 1));
    for (const debt of oldest) left -= this.settle(debt, left);
    this.inHand.set(key, left);
  }

  private settle(debt: Debt, minor: number): number {
    const settled = Math.min(minor, debt.balanceMinor);
    debt.balanceMinor -= settled;
    return settled;
  }
}

function owed({ row, balanceMinor, dueDate }: Debt): OwedDebt {
  return { reference: row.reference, debtor: row.debtor, currency: row.currency, balanceMinor, dueDate };
}
