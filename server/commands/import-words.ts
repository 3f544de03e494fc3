import type { ImportsView } from "../modules/imports/index.js";

type Result = Awaited<ReturnType<ImportsView["one"]>> | Awaited<ReturnType<ImportsView["preview"]>>;

/** What an import did, or would do, for people. */
export function importInWords(result: Result): string {
  const { rows, created, updated, unchanged, rejected } = result;
  const lines = [`${rows} rows: ${created} new, ${updated} changed, ${unchanged} as they were, ${rejected} refused.`];
  if (result.warned > 0) lines.push(`${result.warned} rows were taken without a cell that could not be read.`);
  if (result.released > 0) lines.push(`${result.released} debts are named by a good row again and no longer on hold.`);
  if ("problems" in result) return [...lines, ...previewInWords(result)].join("\n");
  if (result.status === "cancelled") lines.push("It was cancelled; what is in stays.");
  if (result.held > 0)
    lines.push(
      `${result.held} open debts are on hold until a good row names them: they are not in the file, or a row about them could not be read.`,
    );
  if (rejected + result.warned > 0) {
    lines.push(
      `The refused rows and those that lost a cell: --errors FILE writes them to a file, or download them in the panel (import ${result.id}).`,
    );
  }
  return lines.join("\n");
}

function previewInWords(result: Awaited<ReturnType<ImportsView["preview"]>>): string[] {
  const lines: string[] = [];
  if (result.held > 0) lines.push(`${result.held} open debts would be put on hold: rows about them cannot be read.`);
  if (result.sheets.length > 1) lines.push(`Sheet "${result.sheet}" of: ${result.sheets.join(", ")}. Say another one with --sheet.`);
  if (result.profile) lines.push(`Read by the remembered mapping "${result.profile.name}".`);
  if (result.absent) {
    const { debts, confirm, first } = result.absent;
    lines.push(
      `${debts} of ${result.absent.open} open debts are not in the file and would be put on hold${confirm ? "; that takes --confirm" : ""}.`,
    );
    for (const { externalId, reference } of first) lines.push(`  ${externalId}: ${reference}`);
    if (debts > first.length) lines.push(`  and ${debts - first.length} more`);
  }
  for (const column of result.columns) lines.push(`  ${column.header} → ${column.field ?? "not used"}`);
  if (result.missing.length > 0) lines.push(`Missing columns: ${result.missing.join(", ")}.`);
  if (result.undecidedDates.length > 0)
    lines.push(`Nothing tells whether the day or the month comes first in: ${result.undecidedDates.join(", ")}. Say it with --dates.`);
  if (result.debtorsWithoutConsent > 0)
    lines.push(`${result.debtorsWithoutConsent} debtors have no proven consent: they will not be written to where the law asks for it.`);
  if (result.sharedNumbers > 0)
    lines.push(`${result.sharedNumbers} numbers would be two debtors' and be used for neither until somebody says whose they are.`);
  for (const { line, column, value, problem, remedy } of [...result.problems, ...result.warnings])
    lines.push(`Line ${line}, ${column}, "${value}": ${problem} ${remedy}`);
  return lines;
}
