export interface JournalLine {
  readonly type: string;
  readonly debtor: string | null;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** The records of an export, read as a stranger reads them. A line that is not JSON is left to the verifier. */
export function* journalRecords(text: string): Generator<JournalLine> {
  for (const line of text.split("\n")) {
    if (!line.includes('"kind":"record"')) continue;
    try {
      yield JSON.parse(line) as JournalLine;
    } catch {
      continue;
    }
  }
}
