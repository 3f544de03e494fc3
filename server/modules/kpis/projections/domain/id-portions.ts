/** So many ids fit into a statement several times: SQLite takes 32,766 values at most. */
const IDS_AT_ONCE = 2_000;

/** What is known of ids, asked for in portions and put together. */
export async function inPortions<Id, Fact>(
  ids: readonly Id[],
  of: (portion: readonly Id[]) => Promise<ReadonlyMap<Id, Fact>>,
): Promise<Map<Id, Fact>> {
  const known = new Map<Id, Fact>();
  for (let first = 0; first < ids.length; first += IDS_AT_ONCE) {
    for (const [id, fact] of await of(ids.slice(first, first + IDS_AT_ONCE))) known.set(id, fact);
  }
  return known;
}
