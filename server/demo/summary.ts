import type { TodayView } from "../contract/kpis.contract.js";
import { localParts } from "../shared/zone.js";
import { DEMO_ZONE, type DemoPeople } from "./demo-installation.js";
import type { Past } from "./past.js";

/** What the person at the terminal reads once everything runs. */
export async function summary({ clock, desk, installed, days, firstDay }: Past, people: DemoPeople, seconds: number): Promise<string> {
  // Days have passed: the session of the first one is over.
  await installed.client.signIn(installed.account, people.admin);
  const today = await installed.client.call<TodayView>("GET", "/api/today?lang=en&limit=200");
  const lines = [
    "",
    "Saldo demo",
    "",
    `  Helpdesk (sandbox)   ${desk.sandboxUrl}`,
    `  Saldo panel          ${desk.saldoUrl}/a/${installed.account}/today`,
    "",
    "  Sign in to the panel with one of these helpdesk access tokens:",
    `    admin        ${people.admin}`,
    `    agent        ${people.agent}`,
    `    compliance   ${people.compliance.token}`,
    "",
    `  Past: since ${firstDay}, lived in ${seconds} s. ${days.debts} debts of debtors in Colombia, Mexico and Brazil;`,
    `        ${desk.sandbox.graphRequests.length} messages to WhatsApp, ${days.street.received.length} answers, ${days.payments.length} payments.`,
    "        Installed, approved, imported and turned on through the same doors a person uses; nobody had to press anything.",
    `  Clock: real time from here on, ${wallClock(clock.now())} in Bogotá.`,
    "",
    ...plan(today),
    "",
    "  Outside lawful hours nothing goes out, and the panel says until when. Answers to debtors always do:",
    "  open a conversation in the helpdesk and press a button under a message as the debtor would.",
    "  Ctrl-C stops both.",
    "",
  ];
  return `${lines.join("\n")}\n`;
}

function plan({ counts, items }: TodayView): string[] {
  return [
    `  Today: ${counts.due} due, ${counts.sent} sent, ${counts.allowed} may be written to now, ${counts.later} later, ${counts.denied} not.`,
    ...items
      .filter((row) => row.state === "denied")
      .slice(0, 5)
      .map((row) => `    no    ${row.debtor.padEnd(26)} ${row.decision?.sentence ?? ""}`),
  ];
}

function wallClock(at: number): string {
  const { date, minuteOfDay } = localParts(DEMO_ZONE, at);
  return `${date} ${String(Math.floor(minuteOfDay / 60)).padStart(2, "0")}:${String(minuteOfDay % 60).padStart(2, "0")}`;
}
