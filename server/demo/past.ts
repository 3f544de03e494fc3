import { addDays, type CalendarDate } from "../shared/calendar.js";
import { HOUR, type Instant, MINUTE } from "../shared/instant.js";
import { localDate, wholeDay } from "../shared/zone.js";
import { SteppedThenRealClock } from "../platform/clock/stepped-then-real-clock.js";
import type { Clock } from "../platform/clock/clock.js";
import type { Entropy } from "../platform/crypto/randomness.js";
import { Days } from "./days/days.js";
import type { TemplateApproval } from "./days/recording.js";
import { type DemoDesk, type DemoDeskOptions, openDemoDesk } from "./demo-desk.js";
import type { DemoProgress } from "./progress.js";
import { DEMO_ZONE, demoPeople, install, type Installed, turnOn } from "./demo-installation.js";

export interface PastOptions {
  readonly port: number;
  readonly sandboxPort: number;
  readonly dataDir: string;
  readonly nodeEnv: string | undefined;
  readonly throwaway: boolean;
  readonly seed: number;
  readonly debtors: number;
  readonly days: number;
  /** The instant the days lead up to. */
  readonly end: Instant;
  readonly real: Clock;
  readonly entropy: Entropy;
  readonly progress: (line: string) => void;
  /** Who watches the days go by. */
  readonly watcher?: DemoProgress;
  readonly morePages?: DemoDeskOptions["morePages"];
  readonly opened?: DemoDeskOptions["opened"];
}

/** A desk with some weeks behind it. */
export interface Past {
  readonly clock: SteppedThenRealClock;
  readonly desk: DemoDesk;
  readonly installed: Installed;
  readonly days: Days;
  readonly firstDay: CalendarDate;
  readonly start: Instant;
  readonly approvals: readonly TemplateApproval[];
}

/** Installs Saldo on the morning of the first day, hands it the portfolio, turns sending on and lets the days pass, in stepped time. */
export async function livePast(options: PastOptions): Promise<Past> {
  const { end, seed, debtors, days: count, real, progress } = options;
  const firstDay = addDays(localDate(DEMO_ZONE, end), -count);
  const start = wholeDay(DEMO_ZONE, firstDay).start + 5 * HOUR;
  const clock = new SteppedThenRealClock(start, real);
  const desk = await openDemoDesk({ ...options, clock });
  const installed = await install(desk.saldoUrl, desk.sandboxUrl, desk.setupCode, demoPeople());
  // The helpdesk reads Meta's list on its own time.
  await clock.runFor(2 * MINUTE);
  const days = new Days({
    clock,
    desk,
    installed,
    seed,
    debtors,
    days: count,
    firstDay,
    progress: (day) => {
      const totals = days.totals();
      progress(`day ${day} of ${count}: ${totals.messages} messages, ${totals.answers} answers, ${totals.payments} payments`);
      options.watcher?.dayLived(addDays(firstDay, day - 1), totals, days.lastHeard());
    },
  });
  await days.begin();
  await clock.runFor(MINUTE);
  await turnOn(installed.client);
  await days.run(end);
  return { clock, desk, installed, days, firstDay, start, approvals: desk.approvals };
}
