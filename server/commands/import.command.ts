import { existsSync } from "node:fs";
import { open } from "node:fs/promises";
import type { INestApplicationContext } from "@nestjs/common";
import { type Command, Option } from "commander";
import { AccountDirectory } from "../modules/accounts/index.js";
import { ImportPreviews, ImportProfiles, Imports, ImportsView, ImportUndo, sourceFromFile } from "../modules/imports/index.js";
import { DomainError } from "../shared/errors.js";
import { system } from "../shared/actor.js";
import type { CommandContext } from "./context.js";
import { importInWords } from "./import-words.js";

interface ImportOptions {
  readonly account: string;
  readonly kind?: "debts" | "payments";
  readonly dates?: "day-first" | "month-first";
  readonly decimal?: "point" | "comma";
  readonly sheet?: string;
  readonly profile?: string;
  readonly saveProfile?: string;
  readonly mode: "delta" | "snapshot";
  readonly confirm?: boolean;
  readonly preview?: boolean;
  readonly errors?: string;
  readonly undo?: string;
  readonly reason?: string;
  readonly json?: boolean;
}

const ORDERS = { "day-first": "day_first", "month-first": "month_first" } as const;
const MARKS = { point: ".", comma: "," } as const;
const ACTOR = system("command-line");

/** `saldo import FILE`: a CSV file or workbook of debts or payments, streamed from disk. Exits with 1 when rows were refused. */
export function registerImport(program: Command, context: CommandContext): void {
  program
    .command("import")
    .description("import a file of debts or payments, or undo an import; the same file twice changes nothing")
    .argument(
      "[file]",
      "XLSX, or CSV with a header in UTF-8, Windows-1252 or UTF-16; Spanish, Portuguese and English headers are understood",
    )
    .requiredOption("--account <id>", "public id of the account")
    .addOption(new Option("--kind <kind>", "what the rows are; needed with a file").choices(["debts", "payments"]))
    .addOption(
      new Option("--dates <order>", "what comes first in 03/04/2026, where no date of the file tells").choices([
        "day-first",
        "month-first",
      ]),
    )
    .addOption(new Option("--decimal <mark>", "what 1.500 has before its cents, where no amount tells").choices(["point", "comma"]))
    .option("--sheet <name>", "of a workbook; without it the first visible sheet")
    .option("--profile <name>", "remembered mapping of columns; without it the one remembered for the headers of the file")
    .option("--save-profile <name>", "remember the mapping of this file under that name")
    .addOption(
      new Option("--mode <mode>", "snapshot: the file lists every open debt of its sources; those it lacks are put on hold, never closed")
        .choices(["delta", "snapshot"])
        .default("delta"),
    )
    .option("--confirm", "let a snapshot put more than half of the open debts on hold")
    .option("--preview", "say what would happen and write nothing")
    .option("--errors <file>", "write the refused rows there, with what to do; must not exist; holds personal data")
    .option("--undo <import>", "put everything back as it was before that import, until something was sent on it; takes --reason")
    .option("--reason <text>", "why it is undone, for the record")
    .option("--json", "print the result as JSON")
    .action((file: string | undefined, options: ImportOptions) => perform(file, options, context));
}

async function perform(file: string | undefined, options: ImportOptions, context: CommandContext): Promise<void> {
  const app = await context.openApp();
  try {
    const account = await app.get(AccountDirectory).byPublicId(options.account);
    if (!account) throw new Error(`There is no account ${options.account}.`);
    if (options.undo === undefined) await importFile(app, account.id, file, options, context);
    else await undo(app, account.id, options.undo, options, context);
  } catch (error) {
    const remedy = error instanceof DomainError && error.detail.remedy ? ` ${error.detail.remedy}` : "";
    context.err.write(`${(error as Error).message}${remedy}\n`);
    context.exitWith(2);
  } finally {
    await app.close();
  }
}

async function importFile(
  app: INestApplicationContext,
  accountId: number,
  file: string | undefined,
  options: ImportOptions,
  context: CommandContext,
): Promise<void> {
  const { kind } = options;
  if (file === undefined || kind === undefined)
    throw new Error("Name the file, and say with --kind whether its rows are debts or payments.");
  if (options.errors && existsSync(options.errors))
    throw new Error(`${options.errors} exists already; name a new file for the refused rows.`);
  const view = app.get(ImportsView);
  const source = sourceFromFile(file);
  const given = {
    dates: options.dates && ORDERS[options.dates],
    decimal: options.decimal && MARKS[options.decimal],
    sheet: options.sheet,
    profile: await profileId(app, accountId, kind, options.profile),
    saveProfile: options.saveProfile,
    mode: options.mode,
    confirm: options.confirm,
  };
  const result = options.preview
    ? await view.preview(accountId, await app.get(ImportPreviews).of(accountId, kind, source, given))
    : await view.one(accountId, await app.get(Imports).run(accountId, kind, source, ACTOR, given, progress(context)));
  if (options.errors && "id" in result && result.rejected + result.warned > 0)
    await writeErrors(options.errors, await view.errorFile(accountId, result.id));
  context.out.write(options.json ? `${JSON.stringify(result)}\n` : `${importInWords(result)}\n`);
  context.exitWith(result.rejected > 0 || ("missing" in result && result.missing.length > 0) ? 1 : 0);
}

async function undo(
  app: INestApplicationContext,
  accountId: number,
  publicId: string,
  { reason, json }: ImportOptions,
  context: CommandContext,
): Promise<void> {
  if (reason === undefined || reason.trim().length < 3)
    throw new Error("Say with --reason why the import is undone; it goes on the record.");
  const result = await app.get(ImportsView).one(accountId, await app.get(ImportUndo).now(accountId, publicId, reason.trim(), ACTOR));
  context.out.write(json ? `${JSON.stringify(result)}\n` : `The import of ${result.fileName} is undone.\n`);
  context.exitWith(0);
}

/** A remembered mapping by its name, or its id as the API has it. */
async function profileId(
  app: INestApplicationContext,
  accountId: number,
  kind: "debts" | "payments",
  name: string | undefined,
): Promise<string | undefined> {
  if (name === undefined) return undefined;
  const known = await app.get(ImportProfiles).list(accountId, kind);
  const found = known.find((profile) => profile.name === name || profile.id === name);
  if (found) return found.id;
  const names = known.map((profile) => `"${profile.name}"`).join(", ");
  throw new Error(`No mapping "${name}" is remembered for files of ${kind}. There is: ${names || "none"}.`);
}

/** One line that renews itself; nothing where nobody looks. */
function progress({ err }: CommandContext): (rows: number, total: number) => void {
  if (!("isTTY" in err) || err.isTTY !== true) return () => {};
  return (rows, total) => void err.write(`\r${rows} of ${total} rows${rows === total ? "\n" : ""}`);
}

async function writeErrors(path: string, pieces: Iterable<string>): Promise<void> {
  const file = await open(path, "wx", 0o600);
  try {
    for (const piece of pieces) await file.write(piece);
  } finally {
    await file.close();
  }
}
