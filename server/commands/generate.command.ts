import { createWriteStream } from "node:fs";
import { Readable, type Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type Command, InvalidArgumentError } from "commander";
import type { Planted } from "../demo/generator/bad-rows.js";
import { generatedFile } from "../demo/generator/generated-file.js";
import { MESS_KINDS } from "../demo/generator/mess.js";
import { GENERATED_COUNTRIES, type GeneratedCountry } from "../demo/generator/portfolio-row.js";
import { type CalendarDate, isCalendarDate } from "../shared/calendar.js";
import type { CommandContext } from "./context.js";

interface GenerateOptions {
  readonly debtors: number;
  readonly seed: number;
  readonly countries: readonly GeneratedCountry[];
  readonly date: CalendarDate;
  readonly messy?: true | readonly string[];
  readonly planted?: string;
  readonly out: string;
}

/** `saldo generate`: a portfolio of debtors who do not exist, as a CSV file. Needs no database. */
export function registerGenerate(program: Command, context: CommandContext): void {
  program
    .command("generate")
    .description("write a CSV file of invented debtors and debts; the same options give the same file")
    .requiredOption("--date <date>", "day around which debts fall due, YYYY-MM-DD", date)
    .option("--debtors <number>", "how many; they owe about 1.4 debts each", count, 1500)
    .option("--seed <number>", "another seed, other debtors", seed, 1)
    .option("--countries <codes>", `some of ${GENERATED_COUNTRIES.join(",")}`, countries, GENERATED_COUNTRIES)
    .option("--messy [kinds...]", `write it as ERPs do, in every way or some: ${MESS_KINDS.join(", ")}; KIND=VALUE says how`)
    .option("--planted <file>", "write there what was broken, one JSON object a line; must not exist")
    .option("--out <file>", "where to write; must not exist; - is standard output", "-")
    .action((options: GenerateOptions) => generate(options, context));
}

async function generate({ messy, planted, out, date: today, ...size }: GenerateOptions, context: CommandContext): Promise<void> {
  try {
    const broken: Planted[] = [];
    const mess = messy === undefined ? null : messy === true ? [] : messy;
    await write(
      generatedFile({ ...size, today, mess }, (one) => void broken.push(one)),
      out,
      context.out,
    );
    if (planted !== undefined) await write(jsonLines(broken), planted, context.out);
    if (messy !== undefined) context.err.write(`${inWords(broken)}\n`);
    context.exitWith(0);
  } catch (error) {
    const { code } = error as { code?: unknown };
    // `saldo generate | head` has what it wanted.
    if (code === "EPIPE" && out === "-") return context.exitWith(0);
    const exists = code === "EEXIST";
    context.err.write(`${exists ? `${(error as { path: string }).path} exists already; name a new file.` : (error as Error).message}\n`);
    context.exitWith(2);
  }
}

async function write(pieces: Iterable<Buffer>, path: string, standard: Writable): Promise<void> {
  const source = Readable.from(pieces);
  if (path === "-") await pipeline(source, standard, { end: false });
  else await pipeline(source, createWriteStream(path, { flags: "wx" }));
}

function* jsonLines(broken: readonly Planted[]): Generator<Buffer> {
  for (const one of broken) yield Buffer.from(`${JSON.stringify(one)}\n`);
}

function inWords(broken: readonly Planted[]): string {
  const kinds = Map.groupBy(broken, ({ kind }) => kind);
  const counts = [...kinds].map(([kind, { length }]) => `${length} ${kind}`).sort();
  return counts.length === 0 ? "No row was broken." : `Rows broken or repeated on purpose: ${counts.join(", ")}.`;
}

function date(text: string): CalendarDate {
  if (isCalendarDate(text)) return text;
  throw new InvalidArgumentError("A date that exists, written YYYY-MM-DD.");
}

function count(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 1 && value <= 9_999_999) return value;
  throw new InvalidArgumentError("A whole number from 1 to 9999999.");
}

function seed(text: string): number {
  const value = Number(text);
  if (text !== "" && Number.isInteger(value) && value >= 0 && value < 2 ** 32) return value;
  throw new InvalidArgumentError("A whole number from 0 to 4294967295.");
}

function countries(text: string): readonly GeneratedCountry[] {
  const codes = [...new Set(text.split(",").map((code) => code.trim().toUpperCase()))];
  const known = codes.filter((code): code is GeneratedCountry => (GENERATED_COUNTRIES as readonly string[]).includes(code));
  if (known.length === codes.length) return known;
  throw new InvalidArgumentError(`Some of ${GENERATED_COUNTRIES.join(",")}.`);
}
