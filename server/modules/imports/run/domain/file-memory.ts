import type { EarlierRow } from "../../rows/domain/row-refusal.js";

/**
 * Remembers a file across its chunks: of one debtor's rows the first good one describes them and the first with a number gives it, so that
 * a file that contradicts itself says the same each time; a reference stands once; and what one row leaves open no other row settles.
 */
export class FileMemory {
  /** With the number a file gives each; null as long as it gives none. */
  private readonly debtors = new Map<string, string | null>();
  private readonly rows = new Map<string, EarlierRow>();
  private readonly doubted = new Set<string>();

  /** What a chunk adds, kept apart until it is known to stay. */
  draft(): FileDraft {
    return new FileDraft(this.debtors, this.rows, this.doubted);
  }
}

export class FileDraft {
  private readonly newDebtors = new Map<string, string | null>();
  private readonly newRows = new Map<string, EarlierRow>();
  private readonly newDoubts = new Set<string>();
  private readonly described = new Set<string>();

  constructor(
    private readonly debtors: Map<string, string | null>,
    private readonly rows: Map<string, EarlierRow>,
    private readonly doubted: Set<string>,
  ) {}

  knows(debtor: string): boolean {
    return this.debtors.has(debtor) || this.newDebtors.has(debtor);
  }

  meet(debtor: string): void {
    if (!this.knows(debtor)) this.newDebtors.set(debtor, null);
  }

  /** Whether nobody described this debtor yet; from now on somebody has. */
  describe(debtor: string): boolean {
    if (this.debtors.has(debtor) || this.described.has(debtor)) return false;
    this.described.add(debtor);
    return true;
  }

  /** The number that the file uses for a debtor. */
  numberOf(debtor: string): string | null {
    return this.newDebtors.get(debtor) ?? this.debtors.get(debtor) ?? null;
  }

  giveNumber(debtor: string, number: string | null): void {
    if (number !== null && this.numberOf(debtor) === null) this.newDebtors.set(debtor, number);
  }

  /** The row in which the key stood before. */
  earlier(key: string): EarlierRow | undefined {
    return this.rows.get(key) ?? this.newRows.get(key);
  }

  note(key: string, row: EarlierRow): void {
    this.newRows.set(key, row);
  }

  /** A row of the file leaves it open what is owed. */
  doubt(key: string): void {
    this.newDoubts.add(key);
  }

  /** A row of the file leaves it open what is in their favour. */
  doubtDebtor(debtor: string): void {
    this.newDoubts.add(ofDebtor(debtor));
  }

  isDebtorDoubted(debtor: string): boolean {
    return this.isDoubted(ofDebtor(debtor));
  }

  isDoubted(key: string): boolean {
    return this.doubted.has(key) || this.newDoubts.has(key);
  }

  keep(): void {
    for (const [debtor, number] of this.newDebtors) this.debtors.set(debtor, number);
    for (const [key, row] of this.newRows) this.rows.set(key, row);
    for (const key of this.newDoubts) this.doubted.add(key);
  }
}

/** No key of a debt begins so. */
function ofDebtor(debtor: string): string {
  return `\n${debtor}`;
}
