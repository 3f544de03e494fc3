import { type Command, InvalidArgumentError } from "commander";
import { checkDemo } from "../demo/check.js";
import { startDemo } from "../demo/demo.js";
import { type CalendarDate, isCalendarDate } from "../shared/calendar.js";
import type { CommandContext } from "./context.js";

interface Options {
  readonly port: number;
  readonly sandboxPort: number;
  readonly data: string;
  readonly days: number;
  readonly debtors: number;
  readonly seed: number;
  readonly helpdeskOnly?: boolean;
  readonly check?: boolean;
  readonly end: CalendarDate;
  readonly json?: boolean;
}

/** The Friday on which a check ends unless told otherwise: the same past for everybody. */
const CHECKED_END = "2026-11-20";

/** Few enough for half a minute on two cores; what every page needs is there at any size. */
const DEBTORS = 150;

/** What `npm run dev` waits for. */
const HELPDESK_ONLY = "The database is free: another Saldo may go on with it.";

/** `saldo demo`: sixty days of a collections desk in one process, then real time until Ctrl-C; or, with `--check`, its judge. */
export function registerDemo(program: Command, context: CommandContext): void {
  program
    .command("demo")
    .description("live sixty days of Saldo beside a stand-in helpdesk, then go on in real time; nothing leaves this machine")
    .option("--port <port>", "port of the panel (the next free one if busy)", port, 4000)
    .option("--sandbox-port <port>", "port of the stand-in helpdesk (the next free one if busy)", port, 4100)
    .option("--data <folder>", "where the demo keeps its database; emptied at each start", ".saldo/demo")
    .option("--days <number>", "how many days to live through", count(1, 365), 60)
    .option("--debtors <number>", "how many debtors on the first day; they owe about 1.4 debts each", count(10, 20_000), DEBTORS)
    .option("--seed <number>", "another seed, other people", count(0, 2 ** 31), 1)
    .option("--helpdesk-only", "end Saldo when the days are lived and keep the helpdesk; `npm run dev` goes on with the database")
    .option("--check", "live the same days up to a fixed date, judge them from the messages alone, and end: 0 lawful, 1 not")
    .option("--end <date>", "with --check: the last day, YYYY-MM-DD", date, CHECKED_END)
    .option("--json", "with --check: print the findings as JSON")
    .action(async (options: Options) => {
      const common = { ...options, dataDir: options.data, nodeEnv: context.nodeEnv };
      if (options.check) {
        const lawful = await checkDemo({ ...common, json: options.json ?? false }, context.out, context.err);
        return context.exitWith(lawful ? 0 : 1);
      }
      const demo = await startDemo(common, context.out);
      if (options.helpdeskOnly) context.out.write(`${HELPDESK_ONLY}\n`);
      await new Promise<void>((resolve) => {
        process.once("SIGINT", resolve);
        process.once("SIGTERM", resolve);
      });
      await demo.close();
    });
}

function port(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 1 && value <= 65_535) return value;
  throw new InvalidArgumentError("A port is a whole number from 1 to 65535.");
}

function count(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (text.trim() !== "" && Number.isInteger(value) && value >= least && value <= most) return value;
    throw new InvalidArgumentError(`A whole number from ${least} to ${most}.`);
  };
}

function date(text: string): CalendarDate {
  if (isCalendarDate(text)) return text;
  throw new InvalidArgumentError("A date that exists, written YYYY-MM-DD.");
}
