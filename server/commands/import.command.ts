import { existsSync } from "node:fs";
import { open } from "node:fs/promises";
import { type Command, Option } from "commander";
import { AccountDirectory } from "../modules/accounts/index.js";
import { ImportPreviews, Imports, ImportsView, sourceFromFile } from "../modules/portfolio/index.js";
import { DomainError } from "../shared/errors.js";
import { system } from "../shared/actor.js";
import type { CommandContext } from "./context.js";

interface ImportOptions {
  readonly account: string;
  readonly kind: "debts" | "payments";
  readonly dates?: "day-first" | "month-first";
  readonly mode: "delta" | "snapshot";
  readonly confirm?: boolean;
  readonly preview?: boolean;
  readonly errors?: string;
  readonly json?: boolean;
}

const ORDERS = { "day-first": "day_first", "month-first": "month_first" } as const;

/** `saldo import FILE`: a CSV file of debts or payments, streamed from disk. Exits with 1 when rows were refused. */
export function registerImport(program: Command, context: CommandContext): void {
  program
    .command("import")
    .description("import a CSV file of debts or payments; the same file twice changes nothing")
    .argument("<file>", "CSV with a header, in UTF-8, Windows-1252 or UTF-16; Spanish, Portuguese and English headers are understood")
    .requiredOption("--account <id>", "public id of the account")
    .addOption(new Option("--kind <kind>", "what the rows are").choices(["debts", "payments"]).makeOptionMandatory())
    .addOption(
      new Option("--dates <order>", "what comes first in 03/04/2026, where no date of the file tells").choices([
        "day-first",
        "month-first",
      ]),
    )
    .addOption(
      new Option("--mode <mode>", "snapshot: the file lists every open debt of its sources; those it lacks are put on hold, never closed")
        .choices(["delta", "snapshot"])
        .default("delta"),
    )
    .option("--confirm", "let a snapshot put more than half of the open debts on hold")
    .option("--preview", "say what would happen and write nothing")
    .option("--errors <file>", "write the refused rows there, with what to do; must not exist; holds personal data")
    .option("--json", "print the result as JSON")
    .action((file: string, options: ImportOptions) => importFile(file, options, context));
}

async function importFile(file: string, options: ImportOptions, context: CommandContext): Promise<void> {
  const app = await context.openApp();
  try {
    const account = await app.get(AccountDirectory).byPublicId(options.account);
    if (!account) throw new Error(`There is no account ${options.account}.`);
    if (options.errors && existsSync(options.errors))
      throw new Error(`${options.errors} exists already; name a new file for the refused rows.`);
    const imports = app.get(Imports);
    const view = app.get(ImportsView);
    const source = sourceFromFile(file);
    const given = { dates: options.dates && ORDERS[options.dates], mode: options.mode, confirm: options.confirm };
    const result = options.preview
      ? await view.preview(account.id, await app.get(ImportPreviews).of(account.id, options.kind, source, given))
      : await view.one(account.id, await imports.run(account.id, options.kind, source, system("command-line"), given));
    if (options.errors && "id" in result && result.rejected > 0)
      await writeErrors(options.errors, await view.errorFile(account.id, result.id));
    context.out.write(options.json ? `${JSON.stringify(result)}\n` : `${inWords(result)}\n`);
    context.exitWith(result.rejected > 0 || ("missing" in result && result.missing.length > 0) ? 1 : 0);
  } catch (error) {
    const remedy = error instanceof DomainError && error.detail.remedy ? ` ${error.detail.remedy}` : "";
    context.err.write(`${(error as Error).message}${remedy}\n`);
    context.exitWith(2);
  } finally {
    await app.close();
  }
}

async function writeErrors(path: string, pieces: Iterable<string>): Promise<void> {
  const file = await open(path, "wx", 0o600);
  try {
    for (const piece of pieces) await file.write(piece);
  } finally {
    await file.close();
  }
}

type Result = Awaited<ReturnType<ImportsView["one"]>> | Awaited<ReturnType<ImportsView["preview"]>>;

function inWords(result: Result): string {
  const { rows, created, updated, unchanged, rejected } = result;
  const lines = [`${rows} rows: ${created} new, ${updated} changed, ${unchanged} as they were, ${rejected} refused.`];
  if (result.released > 0) lines.push(`${result.released} debts are back in the file and no longer on hold.`);
  if ("problems" in result) {
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
    for (const { line, column, value, problem, remedy } of result.problems)
      lines.push(`Line ${line}, ${column}, "${value}": ${problem} ${remedy}`);
    return lines.join("\n");
  }
  if (result.held > 0) lines.push(`${result.held} open debts are not in the file and are on hold until a file has them again.`);
  if (rejected > 0) {
    lines.push(`The refused rows: --errors FILE writes them to a file, or download them in the panel (import ${result.id}).`);
  }
  return lines.join("\n");
}
