import { existsSync } from "node:fs";
import type { INestApplicationContext } from "@nestjs/common";
import type { Account } from "../modules/accounts/index.js";
import { type ListedBalance, listedBalances, sourceFromFile } from "../modules/imports/index.js";
import { type BookDifference, booksCompared, Projector, Reconciliation } from "../modules/kpis/index.js";
import { notFound } from "../shared/errors.js";
import { toDecimal } from "../shared/money.js";
import type { CommandContext } from "./context.js";

const SAID: Readonly<Record<BookDifference["what"], string>> = {
  missing_here: "missing here",
  missing_there: "missing there",
  amount: "different amount",
  currency: "different currency",
};

/** Compares the open debts of the numbers with those a file of the accounting lists, and names each difference. @returns 1 where they differ */
export async function reconcileFile(
  app: INestApplicationContext,
  account: Account,
  file: string,
  { out }: CommandContext,
  json: boolean,
): Promise<0 | 1> {
  if (!existsSync(file))
    throw notFound("kpi.no_file", `There is no file ${file}.`, { field: "--file", remedy: "Name a file of this machine." });
  const listed: ListedBalance[] = [];
  for await (const row of listedBalances(sourceFromFile(file))) listed.push(row);
  await app.get(Projector, { strict: false }).catchUp(account.id);
  const here = await app.get(Reconciliation, { strict: false }).books(account.id);
  const there = listed.flatMap(({ reference, owed }) => (owed ? [{ reference, ...owed }] : []));
  const unreadable = listed.flatMap(({ line, owed }) => (owed ? [] : [line]));
  const differences = booksCompared(here, there);
  const agrees = differences.length === 0 && unreadable.length === 0;
  if (json) {
    out.write(`${JSON.stringify({ agrees, rows: listed.length, differences, unreadable })}\n`);
    return agrees ? 0 : 1;
  }
  const amounts = (owed: BookDifference["here"]) => owed.map((one) => `${one.currency} ${toDecimal(one)}`).join(" and ") || "nothing";
  for (const { what, reference, here: ours, there: theirs } of differences) {
    out.write(`${SAID[what].padEnd(18)} ${reference}  here ${amounts(ours)}, in the file ${amounts(theirs)}\n`);
  }
  for (const line of unreadable) out.write(`cannot be read     line ${line}\n`);
  out.write(
    agrees
      ? `The numbers agree with the file, ${listed.length} rows\n`
      : `They differ in ${differences.length + unreadable.length} places\n`,
  );
  return agrees ? 0 : 1;
}
