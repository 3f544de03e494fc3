import { mentionsIn1, referenceNumber1 } from "./reference-numbers-1.js";

/** Runs one statement at once. */
type Execute = (sql: string, params?: (string | number | null)[]) => Promise<Record<string, unknown>[]>;

interface Named {
  readonly id: number | string;
  readonly account_id: number | string;
  readonly name: string;
}

/** Of an update by cases the server looks at half of a chunk for each row of it. */
const AT_ONCE = 250;

/** Writes the numbers of the references that are there already, by ranges of row ids. */
export async function fillReferenceNumbers(execute: Execute): Promise<void> {
  await eachChunk(execute, "select id, account_id, reference as name from debt where id > ?", async (rows) => {
    const numbered = rows.flatMap((row) => {
      const number = referenceNumber1(row.name);
      return number === null ? [] : [{ ...row, number }];
    });
    if (numbered.length === 0) return;
    const ids = numbered.map((row) => Number(row.id));
    const accounts = [...new Set(numbered.map((row) => Number(row.account_id)))];
    await execute(
      `update debt set reference_number = case id ${numbered.map(() => "when ? then ?").join(" ")} end where account_id in (${marks(accounts)}) and id in (${marks(ids)})`,
      [...numbered.flatMap((row) => [Number(row.id), row.number]), ...accounts, ...ids],
    );
  });
}

/** Writes what payments mention that wait for a person. */
export async function fillMentions(execute: Execute): Promise<void> {
  const waiting =
    "select id, account_id, claimed_reference as name from payment where status = 'unidentified' and claimed_debtor is null and claimed_reference is not null and id > ?";
  await eachChunk(execute, waiting, async (rows) => {
    const said = rows.flatMap((row) => mentionsIn1(row.name).map((mention) => [Number(row.account_id), mention, Number(row.id)] as const));
    for (let at = 0; at < said.length; at += AT_ONCE) {
      const some = said.slice(at, at + AT_ONCE);
      await execute(
        `insert into payment_mention (account_id, mention, payment_id) values ${some.map(() => "(?, ?, ?)").join(", ")}`,
        some.flat(),
      );
    }
  });
}

async function eachChunk(execute: Execute, select: string, work: (rows: readonly Named[]) => Promise<void>): Promise<void> {
  for (let last = 0; ;) {
    const rows = (await execute(`${select} order by id limit ${AT_ONCE}`, [last])) as unknown as Named[];
    if (rows.length === 0) return;
    await work(rows);
    last = Number(rows.at(-1)!.id);
  }
}

function marks(some: readonly unknown[]): string {
  return some.map(() => "?").join(", ");
}
