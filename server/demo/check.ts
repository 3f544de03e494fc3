import { createHash } from "node:crypto";
import type { Writable } from "node:stream";
import type { CalendarDate } from "../shared/calendar.js";
import { HOUR } from "../shared/instant.js";
import { wholeDay } from "../shared/zone.js";
import { SystemClock } from "../platform/clock/system-clock.js";
import { SeededEntropy } from "../platform/crypto/seeded-entropy.js";
import { record } from "./days/record.js";
import type { Recording } from "./days/recording.js";
import { DEMO_ZONE } from "./demo-installation.js";
import { figuresInWords } from "./figures-in-words.js";
import { type Compared, compareFigures } from "./judge/figures/compare.js";
import { judge, type Judgement } from "./judge/judge.js";
import { livePast } from "./past.js";

export interface CheckOptions {
  readonly port: number;
  readonly sandboxPort: number;
  readonly dataDir: string;
  readonly days: number;
  readonly debtors: number;
  readonly seed: number;
  readonly end: CalendarDate;
  readonly json: boolean;
  readonly nodeEnv: string | undefined;
}

export interface Checked {
  readonly recording: Recording;
  readonly judgement: Judgement;
  /** Each figure as Saldo says it and as it was added up anew. */
  readonly figures: readonly Compared[];
  /** Of who was told and said and paid what, when: the same seed and end give the same on any machine. */
  readonly trace: string;
}

/** Lives the same days as the demo up to six in the evening of a fixed date, without staying up, and has them judged. */
export async function check(options: CheckOptions, progress: (line: string) => void): Promise<Checked> {
  const end = wholeDay(DEMO_ZONE, options.end).start + 18 * HOUR;
  const past = await livePast({
    ...options,
    end,
    real: new SystemClock(),
    entropy: new SeededEntropy(options.seed),
    throwaway: true,
    progress,
  });
  try {
    const recording = await record(past, end);
    return { recording, judgement: await judge(recording), figures: compareFigures(recording), trace: traceOf(recording) };
  } finally {
    await past.desk.close();
  }
}

/** The command: prints what was found. @returns whether everything was lawful */
export async function checkDemo(options: CheckOptions, out: Writable, err: Writable): Promise<boolean> {
  const clock = new SystemClock();
  const began = clock.monotonic();
  const { recording, judgement, figures: compared, trace } = await check(options, (line) => err.write(`${line}\n`));
  const seconds = Math.round((clock.monotonic() - began) / 100) / 10;
  const figures = {
    days: options.days,
    seconds,
    debts: new Set(recording.files.flatMap(({ rows }) => rows.map(({ reference }) => reference))).size,
    debtors: new Set(recording.files.flatMap(({ rows }) => rows.map(({ debtor }) => debtor))).size,
    messages: recording.sent.length,
    answers: recording.received.length,
    payments: recording.payments.length,
    promises: recording.received.filter(({ meant }) => meant === "promise").length,
    optOuts: recording.received.filter(({ meant }) => meant === "opt_out").length,
    megabytes: Math.round(process.memoryUsage().rss / 1_048_576),
    trace,
  };
  out.write(
    options.json
      ? `${JSON.stringify({ ...figures, ...judgement, compared })}\n`
      : `${inWords(figures, judgement)}${figuresInWords(compared)}`,
  );
  return judgement.lawful;
}

/** Everything in the order it happened, to the millisecond. */
function traceOf({ sent, received, payments }: Recording): string {
  const hash = createHash("sha256");
  for (const { at, to, text } of sent) hash.update(`${at} to ${to} ${text}\n`);
  for (const { at, from, text } of received) hash.update(`${at} from ${from} ${text}\n`);
  for (const { at, debtorExternalId, debtReference, amountMinor } of payments) {
    hash.update(`${at} ${debtorExternalId} ${debtReference} ${amountMinor}\n`);
  }
  return hash.digest("hex").slice(0, 16);
}

const MOST_SHOWN = 40;

function inWords(figures: Readonly<Record<string, string | number>>, { lawful, checks, findings }: Judgement): string {
  const lines = [
    "",
    ...Object.entries(figures).map(([name, value]) => `  ${name.padEnd(12)} ${value}`),
    "",
    `  ${"check".padEnd(18)} ${"looked at".padStart(9)} ${"found".padStart(6)}`,
    ...checks.map(
      ({ name, title, looked, found }) => `  ${name.padEnd(18)} ${String(looked).padStart(9)} ${String(found).padStart(6)}   ${title}`,
    ),
    "",
    ...findings
      .slice(0, MOST_SHOWN)
      .map(({ check: name, at, what }) => `  ${name}: ${at === null ? "" : `${new Date(at).toISOString()} `}${what}`),
    ...(findings.length > MOST_SHOWN ? [`  and ${findings.length - MOST_SHOWN} more; --json has them all`] : []),
    lawful ? "  LAWFUL: nothing was found." : `  NOT LAWFUL: ${findings.length} findings.`,
    "",
  ];
  return `${lines.join("\n")}\n`;
}
