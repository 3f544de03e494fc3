import type { CalendarDate } from "../shared/calendar.js";
import type { DemoPeople } from "./demo-installation.js";

/** What one day brought. */
export interface LivedDay {
  readonly date: CalendarDate;
  readonly messages: number;
  readonly answers: number;
  readonly payments: number;
}

/** One thing somebody did, as the page tells it: what a debtor wrote, or what was paid. */
export type Heard = { readonly at: number } & (
  | { readonly text: string }
  | { readonly paid: { readonly decimal: string; readonly currency: string } }
);

/** What has happened since the first day. */
export interface Totals {
  readonly messages: number;
  readonly answers: number;
  readonly payments: number;
  readonly promises: number;
  readonly optOuts: number;
}

/** How far the demo has come: written while the days are lived, read by its page. */
export class DemoProgress {
  private readonly days: LivedDay[] = [];
  private totals: Totals = { messages: 0, answers: 0, payments: 0, promises: 0, optOuts: 0 };
  private heard: readonly Heard[] = [];
  private ready: { readonly panel: string; readonly helpdesk: string; readonly account: string; readonly people: DemoPeople } | null = null;

  constructor(
    private readonly of: number,
    private readonly debtors: number,
  ) {}

  dayLived(date: CalendarDate, totals: Totals, heard: readonly Heard[]): void {
    const { messages, answers, payments } = this.totals;
    this.days.push({
      date,
      messages: totals.messages - messages,
      answers: totals.answers - answers,
      payments: totals.payments - payments,
    });
    this.totals = totals;
    this.heard = heard;
  }

  nowReady(panel: string, helpdesk: string, account: string, people: DemoPeople): void {
    this.ready = { panel, helpdesk, account, people };
  }

  /** JSON for the page. The tokens are the sandbox's own, printed in the terminal as well: they open nothing but this demo. */
  state() {
    const { ready } = this;
    return {
      of: this.of,
      debtors: this.debtors,
      days: this.days,
      totals: this.totals,
      heard: this.heard,
      ready: ready && {
        panel: ready.panel,
        helpdesk: ready.helpdesk,
        account: ready.account,
        people: [
          { role: "admin", token: ready.people.admin },
          { role: "agent", token: ready.people.agent },
          { role: "compliance", token: ready.people.compliance.token },
        ],
      },
    };
  }
}
