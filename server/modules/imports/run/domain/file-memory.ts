/**
 * Remembers a file across its chunks: of one debtor's rows the first good one describes them, so that a file that contradicts
 * itself says the same each time; and a reference stands once.
 */
export class FileMemory {
  private readonly debtors = new Set<string>();
  private readonly lines = new Map<string, number>();

  /** What a chunk adds, kept apart until it is known to stay. */
  draft(): FileDraft {
    return new FileDraft(this.debtors, this.lines);
  }
}

export class FileDraft {
  private readonly newDebtors = new Set<string>();
  private readonly newLines = new Map<string, number>();

  constructor(
    private readonly debtors: Set<string>,
    private readonly lines: Map<string, number>,
  ) {}

  /** Whether this row is the first of its debtor. */
  meet(debtor: string): boolean {
    if (this.debtors.has(debtor) || this.newDebtors.has(debtor)) return false;
    this.newDebtors.add(debtor);
    return true;
  }

  /** The line in which the key stood before. */
  lineOf(key: string): number | undefined {
    return this.lines.get(key) ?? this.newLines.get(key);
  }

  note(key: string, line: number): void {
    this.newLines.set(key, line);
  }

  keep(): void {
    for (const debtor of this.newDebtors) this.debtors.add(debtor);
    for (const [key, line] of this.newLines) this.lines.set(key, line);
  }
}
