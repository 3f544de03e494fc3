/** The rows with which a part of them does not work, found by halves. @param works tries a part and leaves nothing of it behind */
export async function failingOf<T>(rows: readonly T[], works: (part: readonly T[]) => Promise<boolean>): Promise<T[]> {
  if (rows.length === 0 || (await works(rows))) return [];
  if (rows.length === 1) return [...rows];
  const middle = Math.ceil(rows.length / 2);
  return [...(await failingOf(rows.slice(0, middle), works)), ...(await failingOf(rows.slice(middle), works))];
}
