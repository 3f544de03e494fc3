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

/** How a debt came to be what it is: as a file stated it, by money paid for it, by money that was in hand. */
export type MoveKind = "stated" | "payment" | "credit";

/** A debt after something happened to it; or, where it is of no debt, what is in a debtor's hand more. */
export interface BookMove {
  readonly at: number;
  /** When the money came: before `at` where somebody found out later what it was for. */
  readonly since: number;
  readonly kind: MoveKind | "hand";
  readonly debt: OwedDebt | null;
  readonly currency: string;
  /** What came; of a file what is owed less. */
  readonly minor: number;
}

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
  private now = 0;
  private since = 0;
  private readonly people = new Map<string, FileRow>();
  private readonly phones = new Map<string, Set<string>>();
  private readonly entries: readonly Entry[];
  private next = 0;

  /** @param heard told of every change as the pages are turned */
  constructor(
    { files, payments, identified }: Pick<Recording, "files" | "payments" | "identified">,
    private readonly heard: (move: BookMove) => void = () => {},
  ) {
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
    [this.now, this.since] = [entry.at, entry.at];
    if ("file" in entry) {
      for (const row of entry.file) this.state(row);
      for (const row of entry.file) this.spend(row.debtor, row.currency, "credit");
    } else if ("payment" in entry) this.pay(entry.payment);
    else {
      const payment = this.unplaced.get(entry.identified.externalId);
      const debt = this.debts.get(entry.identified.debtReference);
      if (!payment || !debt) return;
      this.since = payment.at;
      this.hand(payment.currency, -payment.amountMinor);
      this.take(debt, payment.amountMinor);
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
      this.changed(debt, "stated", -row.balanceMinor);
      return;
    }
    known.dueDate = row.dueDate;
    const less = row.balanceMinor === known.stated ? 0 : known.balanceMinor - row.balanceMinor;
    known.balanceMinor -= less;
    known.stated = row.balanceMinor;
    this.changed(known, "stated", less);
  }

  private pay(payment: PostedPayment): void {
    const { debtReference, debtorExternalId, amountMinor, currency } = payment;
    if (debtReference !== null) {
      const debt = this.debts.get(debtReference);
      if (debt) this.take(debt, amountMinor);
      else {
        this.unplaced.set(payment.externalId, payment);
        this.hand(currency, amountMinor);
      }
      return;
    }
    this.keep(debtorExternalId ?? "", currency, amountMinor, "payment");
  }

  /** The debt it is for first, the debtor's others with what is left. */
  private take(debt: Debt, minor: number): void {
    this.keep(debt.row.debtor, debt.row.currency, minor - this.settle(debt, minor, "payment"), "credit");
  }

  private keep(debtor: string, currency: string, minor: number, kind: MoveKind): void {
    const key = `${debtor} ${currency}`;
    this.inHand.set(key, (this.inHand.get(key) ?? 0) + minor);
    this.hand(currency, minor);
    this.spend(debtor, currency, kind);
  }

  private spend(debtor: string, currency: string, kind: MoveKind): void {
    const key = `${debtor} ${currency}`;
    let left = this.inHand.get(key) ?? 0;
    if (left === 0) return;
    const oldest = (this.byDebtor.get(debtor) ?? [])
      .filter((debt) => debt.balanceMinor > 0 && debt.row.currency === currency)
      .sort((a, b) => (a.dueDate === b.dueDate ? 0 : a.dueDate < b.dueDate ? -1 : 1));
    for (const debt of oldest) {
      const settled = this.settle(debt, left, kind);
      left -= settled;
      this.hand(currency, -settled);
    }
    this.inHand.set(key, left);
  }

  private settle(debt: Debt, minor: number, kind: MoveKind): number {
    const settled = Math.min(minor, debt.balanceMinor);
    debt.balanceMinor -= settled;
    if (settled > 0) this.changed(debt, kind, settled);
    return settled;
  }

  private changed(debt: Debt, kind: MoveKind, minor: number): void {
    this.heard({ at: this.now, since: this.since, kind, debt: owed(debt), currency: debt.row.currency, minor });
  }

  private hand(currency: string, minor: number): void {
    if (minor !== 0) this.heard({ at: this.now, since: this.since, kind: "hand", debt: null, currency, minor });
  }
}

function owed({ row, balanceMinor, dueDate }: Debt): OwedDebt {
  return { reference: row.reference, debtor: row.debtor, currency: row.currency, balanceMinor, dueDate };
}
