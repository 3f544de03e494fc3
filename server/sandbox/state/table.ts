/** Rows by id in insertion order. Ids count from 1 and are never reused, as in the host's database. */
export class Table<T extends { readonly id: number }> implements Iterable<T> {
  private readonly rows = new Map<number, T>();
  private lastId = 0;

  nextId(): number {
    return ++this.lastId;
  }

  insert(row: T): T {
    this.lastId = Math.max(this.lastId, row.id);
    this.rows.set(row.id, row);
    return row;
  }

  get(id: number | null | undefined): T | undefined {
    return id === null || id === undefined ? undefined : this.rows.get(id);
  }

  /** For ids that another row refers to: their absence would be a defect of the sandbox itself. */
  must(id: number): T {
    const row = this.rows.get(id);
    if (!row) throw new Error(`Sandbox: row ${id} is gone.`);
    return row;
  }

  delete(id: number): void {
    this.rows.delete(id);
  }

  where(test: (row: T) => boolean): T[] {
    return [...this.rows.values()].filter(test);
  }

  find(test: (row: T) => boolean): T | undefined {
    for (const row of this.rows.values()) if (test(row)) return row;
    return undefined;
  }

  get size(): number {
    return this.rows.size;
  }

  [Symbol.iterator](): Iterator<T> {
    return this.rows.values();
  }
}
