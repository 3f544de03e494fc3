import type { FileRow } from "../../file/domain/file-row.js";
import { cleanCell } from "./cell-text.js";
import type { ColumnMap } from "./columns.js";
import { namesAgree } from "./person-name.js";

/** What tells the debtor of a row. */
interface Claim {
  readonly id: string;
  readonly name: string;
}

/** Where a file has the number and the name of debtors; null where it lacks one of them. */
export function claimReader({ kind, fields }: ColumnMap): ((cells: readonly string[]) => Claim) | null {
  const [id, name] = [fields.indexOf("external_id"), fields.indexOf("name")];
  if (kind !== "debts" || id < 0 || name < 0) return null;
  return (cells) => ({ id: cleanCell(cells[id] ?? ""), name: cleanCell(cells[name] ?? "") });
}

/** Finds numbers of debtors that stand beside more than one name, without keeping numbers or names. */
export class IdClaims {
  private readonly names = new Map<number, number>();
  private readonly doubtful = new Set<number>();

  see({ id, name }: Claim): void {
    if (id === "" || name === "") return;
    const key = hashOf(id);
    const said = hashOf(name);
    const before = this.names.get(key);
    if (before === undefined) this.names.set(key, said);
    else if (before !== said) this.doubtful.add(key);
  }

  get any(): boolean {
    return this.doubtful.size > 0;
  }

  mayBeTwo(id: string): boolean {
    return this.doubtful.has(hashOf(id));
  }
}

/** So many spellings of one name are compared with each other. */
const MOST_SPELLINGS = 8;

/** Numbers that two people with clearly different names go by; one would be asked for the other's debts. */
export class IdDisputes {
  private readonly spellings = new Map<string, { readonly name: string; readonly line: number }[]>();
  private readonly lines = new Map<string, string>();

  see({ id, name }: Claim, { line }: FileRow): void {
    if (id === "" || name === "" || this.lines.has(id)) return;
    const known = this.spellings.get(id) ?? [];
    if (known.some((spelling) => spelling.name === name)) return;
    const other = known.find((spelling) => !namesAgree(spelling.name, name));
    if (other) this.lines.set(id, `${other.line}, ${line}`);
    else if (known.length < MOST_SPELLINGS) this.spellings.set(id, [...known, { name, line }]);
  }

  /** The lines of two that contradict each other. */
  linesOf(id: string): string | undefined {
    return this.lines.get(id);
  }
}

/** 53 bits of a text: two texts of a file hardly ever have the same, and where they have the names are compared after all. */
function hashOf(text: string): number {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return 4294967296 * (2097151 & low) + (high >>> 0);
}
