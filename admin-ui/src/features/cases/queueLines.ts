import type { CaseRow } from "@/api/types";

interface InGroup {
  readonly key: string;
  readonly group: CaseRow["group"];
}

/** A line of the queue: the head of a group with how many the whole of it is, loaded or not; or a case. */
export type QueueLine =
  | (InGroup & { readonly kind: "group"; readonly count: number })
  | (InGroup & { readonly kind: "row"; readonly row: CaseRow });

/** Cases as they come, with a head before the first of each group. */
export function queueLines(rows: readonly CaseRow[], groups: readonly { group: CaseRow["group"]; count: number }[]): QueueLine[] {
  const counts = new Map(groups.map(({ group, count }) => [group, count]));
  return rows.flatMap((row, index): QueueLine[] => {
    const { group } = row;
    const line: QueueLine = { key: row.id, kind: "row", group, row };
    if (index > 0 && rows[index - 1]?.group === group) return [line];
    return [{ key: `group-${group}`, kind: "group", group, count: counts.get(group) ?? 0 }, line];
  });
}
