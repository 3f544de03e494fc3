import type { TodayView } from "../contract/work.contract.js";
import type { Instant } from "../shared/instant.js";
import { localParts } from "../shared/zone.js";
import type { DemoPeople, Installed } from "./demo-installation.js";

export interface SummaryFacts {
  readonly installed: Installed;
  readonly saldoUrl: string;
  readonly sandboxUrl: string;
  readonly people: DemoPeople;
  readonly now: Instant;
  /** Whether the demo's clock is not the real one. */
  readonly shifted: boolean;
  readonly turnedOn: boolean;
}

/** What the person at the terminal reads once everything runs. */
export function summary({ installed, saldoUrl, sandboxUrl, people, now, shifted, turnedOn }: SummaryFacts): string {
  const { today, imported } = installed;
  const panel = `${saldoUrl}/a/${installed.account}/today`;
  const lines = [
    "",
    "Saldo demo",
    "",
    `  Helpdesk (sandbox)   ${sandboxUrl}`,
    `  Saldo panel          ${panel}`,
    "",
    "  Sign in to the panel with one of these helpdesk access tokens:",
    `    admin        ${people.admin}`,
    `    agent        ${people.agent}`,
    `    compliance   ${people.compliance.token}`,
    "",
    `  Clock: ${moment(now)}, America/Bogota${shifted ? " (set back to the last lawful working day: nothing may be sent now)" : ""}`,
    `  Imported: ${imported.created} new debtors and debts, ${imported.rejected} rows refused`,
    "",
    ...plan(today),
    "",
    turnedOn
      ? "  Sending is on. Messages appear in the helpdesk as they go out."
      : "  Nothing is sent yet: sign in as admin, look at the plan and turn sending on.",
    "  Then play the debtor in the helpdesk: open a conversation and press a button under the message.",
    "  Ctrl-C stops both.",
    "",
  ];
  return `${lines.join("\n")}\n`;
}

function plan(today: TodayView): string[] {
  const { counts } = today;
  return [
    `  Today's plan: ${counts.due} due, ${counts.allowed} may be written to now, ${counts.later} later, ${counts.denied} not.`,
    ...today.items
      .filter((row) => row.state === "allowed")
      .slice(0, 4)
      .map((row) => `    yes   ${row.debtor.padEnd(26)} ${row.step}`),
    ...today.items
      .filter((row) => row.state === "denied")
      .slice(0, 6)
      .map((row) => `    no    ${row.debtor.padEnd(26)} ${row.decision?.sentence ?? ""}`),
  ];
}

function moment(at: Instant): string {
  const { date, minuteOfDay } = localParts("America/Bogota", at);
  return `${date} ${String(Math.floor(minuteOfDay / 60)).padStart(2, "0")}:${String(minuteOfDay % 60).padStart(2, "0")}`;
}
