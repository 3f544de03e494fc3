import { addDays, type CalendarDate, isoWeekday } from "../../shared/calendar.js";
import { HOUR, type Instant } from "../../shared/instant.js";
import { toDecimal } from "../../shared/money.js";
import { localDate, wholeDay } from "../../shared/zone.js";
import type { SteppedThenRealClock } from "../../platform/clock/stepped-then-real-clock.js";
import { stageOf } from "../../modules/portfolio/rules.js";
import type { DemoDesk } from "../demo-desk.js";
import { DEMO_ACCOUNT, DEMO_ZONE, demoPeople, type Installed } from "../demo-installation.js";
import { SaldoClient } from "../saldo-client.js";
import { Creditor, type Payment } from "./creditor.js";
import type { CreditorFile } from "./creditor-file.js";
import { enterCosts } from "./desk-costs.js";
import { setObjectives } from "./desk-objectives.js";
import { mayBeWrittenTo } from "./last-day.js";
import type { IdentifiedPayment, ImportedFile, PostedPayment } from "./recording.js";
import { Street } from "./street.js";
import type { Meant } from "../personas/persona.js";
import type { Heard, Totals } from "../progress.js";

export interface DaysOptions {
  readonly clock: SteppedThenRealClock;
  readonly desk: DemoDesk;
  readonly installed: Installed;
  readonly seed: number;
  readonly debtors: number;
  readonly days: number;
  readonly firstDay: CalendarDate;
  readonly progress: (day: number) => void;
}

/** Of so many payments that name no known debt, one is never found out; the first of all is among them. */
const NEVER_PLACED = 4;

/** Lines of the demo's page. */
const LAST_HEARD = 6;

/** What a creditor's program would no longer put into JSON. */
const LARGE = 4_000_000;

/** The creditor's week: the file of the first day, news every Monday, the whole portfolio once, payments as they come in. */
export class Days {
  readonly payments: PostedPayment[] = [];
  readonly identified: IdentifiedPayment[] = [];
  readonly files: ImportedFile[] = [];
  readonly street: Street;
  private readonly creditor: Creditor;
  private machine: SaldoClient;
  private unplaced = 0;

  constructor(private readonly options: DaysOptions) {
    const { clock, desk, seed, debtors, firstDay } = options;
    this.creditor = new Creditor(seed, debtors, firstDay, addDays(firstDay, options.days));
    this.street = new Street(clock, desk.sandbox, DEMO_ACCOUNT, seed, (debtor, how) => this.pay(debtor, how));
    this.machine = new SaldoClient(desk.saldoUrl);
  }

  get debts(): number {
    return this.creditor.debts;
  }

  totals(): Totals {
    const meant = (one: Meant) => this.street.received.filter((message) => message.meant === one).length;
    return {
      messages: this.options.desk.sandbox.graphRequests.length,
      answers: this.street.received.length,
      payments: this.payments.length,
      promises: meant("promise"),
      optOuts: meant("opt_out"),
    };
  }

  /** The latest that people wrote or paid, newest first. */
  lastHeard(): Heard[] {
    const written = this.street.received.slice(-LAST_HEARD).map(({ at, text }): Heard => ({ at, text }));
    const paid = this.payments
      .slice(-LAST_HEARD)
      .map(({ at, amountMinor, currency }): Heard => ({ at, paid: { decimal: toDecimal({ minor: amountMinor, currency }), currency } }));
    return [...written, ...paid].sort((a, b) => b.at - a.at).slice(0, LAST_HEARD);
  }

  /** Hands over the portfolio and the machine key for payments. */
  async begin(): Promise<void> {
    const { secret } = await this.admin.call<{ secret: string }>("POST", "/api/keys", {
      name: "Pagos Alameda",
      scopes: ["payments:write", "imports:write"],
    });
    this.machine = new SaldoClient(this.options.desk.saldoUrl, secret);
    await this.import(this.creditor.firstFile());
  }

  /** Lets the days pass. Resolves at midnight after the last one, Bogotá time, or at `end`, whichever comes first. */
  async run(end: Instant): Promise<void> {
    const { clock, days, firstDay, progress } = this.options;
    for (let day = 0; day < days; day++) {
      const date = addDays(firstDay, day);
      if (day > 0 && isoWeekday(date) === 1) {
        const week = Math.round(day / 7);
        const file = () => (week === 5 ? this.creditor.snapshot(week) : this.creditor.weekly(week, date));
        clock.at(wholeDay(DEMO_ZONE, date).start + 6 * HOUR, () => this.import(file()));
      }
      await clock.runUntil(Math.min(end, wholeDay(DEMO_ZONE, addDays(date, 1)).start));
      progress(day + 1);
    }
    await clock.runUntil(end);
    await enterCosts(this.admin);
    await setObjectives(this.admin);
  }

  private get admin(): SaldoClient {
    return this.options.installed.client;
  }

  private async import(file: CreditorFile): Promise<void> {
    const { clock } = this.options;
    const at = clock.now();
    await this.machine.call("POST", "/api/imports", {
      kind: "debts",
      fileName: file.name,
      mode: file.mode,
      ...(file.text.length < LARGE ? { text: file.text } : { upload: await this.machine.upload(file.name, file.text) }),
      // What the columns mean, and that days come before months, is remembered from the first file.
      ...(this.files.length === 0 ? { saveProfile: "Cartera Alameda" } : {}),
    });
    this.files.push({ at, mode: file.mode, rows: file.rows });
    const today = localDate(DEMO_ZONE, at);
    for (const { debtor, dueDate, forTheLastDay } of oldestOf(this.creditor.portfolio)) {
      const { externalId, phone, language } = debtor;
      if (phone === null) continue;
      const newcomer = { stage: stageOf(dueDate, today), language, mayBeWrittenTo: mayBeWrittenTo(debtor), forTheLastDay };
      this.street.moveIn({ debtor: externalId, phone, ...newcomer });
    }
  }

  private async pay(debtor: string, how: Parameters<Creditor["receive"]>[1]): Promise<void> {
    const { clock } = this.options;
    const today = localDate(DEMO_ZONE, clock.now());
    const payment = this.creditor.receive(debtor, how, today);
    if (!payment) return;
    const { meantFor: _, amountMinor, currency, ...rest } = payment;
    const { debtReference, debtorExternalId } = rest;
    const recorded = await this.machine.call<{ id: string; status: string }>("POST", "/api/payments", {
      externalId: payment.externalId,
      ...(debtReference === null ? {} : { debtReference }),
      ...(debtorExternalId === null ? {} : { debtorExternalId }),
      amount: toDecimal({ minor: amountMinor, currency }),
      currency,
      valueDate: today,
    });
    this.payments.push({ at: clock.now(), ...rest, amountMinor, currency });
    if (recorded.status !== "unidentified") return;
    if (this.unplaced++ % NEVER_PLACED !== 0) clock.at(clock.now() + 26 * HOUR, () => this.identify(payment, recorded.id));
  }

  /** The day after, somebody at the desk finds out what a payment was for. */
  private async identify(payment: Payment, id: string): Promise<void> {
    const { clock, desk, installed } = this.options;
    const agent = new SaldoClient(desk.saldoUrl);
    await agent.signIn(installed.account, demoPeople().agent);
    await agent.call("POST", `/api/payments/${id}/identify`, { debtReference: payment.meantFor });
    this.creditor.place(payment);
    this.identified.push({ at: clock.now(), externalId: payment.externalId, debtReference: payment.meantFor });
  }
}

function oldestOf<T extends { readonly debtor: { readonly externalId: string }; readonly dueDate: CalendarDate }>(rows: readonly T[]): T[] {
  const oldest = new Map<string, T>();
  for (const row of rows) {
    const known = oldest.get(row.debtor.externalId);
    if (!known || row.dueDate < known.dueDate) oldest.set(row.debtor.externalId, row);
  }
  return [...oldest.values()];
}
