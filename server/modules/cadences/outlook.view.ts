import { WRITTEN_CHANNEL } from "../../shared/channel.js";
import type { Locale } from "../../shared/locale.js";
import { Injectable } from "@nestjs/common";
import type { ResponseOf } from "../../contract/route.js";
import type { routes } from "../../contract/routes.js";
import { notFound } from "../../shared/errors.js";
import { HOUR, MINUTE, toIso, type Instant } from "../../shared/instant.js";
import { localParts } from "../../shared/zone.js";
import { Clock } from "../../platform/clock/clock.js";
import { Database } from "../../platform/database/database.js";
import { decisionView, explainClosing, PolicyFactsView } from "../policy/index.js";
import {
  type Channel,
  type ClosingRule,
  type ContactDay,
  type ContactIntent,
  decide,
  openIntervals,
  PACKS,
  type PolicyFacts,
  REPLY_WINDOW,
} from "../policy/rules.js";
import { DEBTOR, type PortfolioTables } from "../portfolio/index.js";
import { NextStepView } from "./next-step.view.js";
import { closedSquare, outlookLine } from "./outlook.words.js";

type Outlook = ResponseOf<typeof routes.cadences.outlook>;

const CHANNELS: readonly Channel[] = ["whatsapp", "call", "email"];
const DAYS = 14;

/** The contact calendar of one debtor: may we write, when, and which article closes the rest. */
@Injectable()
export class OutlookView {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly facts: PolicyFactsView,
    private readonly nextStep: NextStepView,
  ) {}

  /** @throws DomainError `debtor.not_found` */
  async of(accountId: number, debtorPublicId: string, locale: Locale): Promise<Outlook> {
    const debtors = this.db.typed<PortfolioTables>().selectFrom(DEBTOR).select("id").where("account_id", "=", accountId);
    const debtor = await debtors.where("public_id", "=", debtorPublicId).executeTakeFirst();
    const now = this.clock.now();
    const facts = debtor ? (await this.facts.load(accountId, [debtor.id], now)).get(debtor.id) : undefined;
    if (!debtor || !facts) throw notFound("debtor.not_found", "There is no such debtor in this account.");
    const intent: Omit<ContactIntent, "channel"> = {
      purpose: "collection",
      origin: "cadence",
      debtIds: facts.debts.filter((debt) => debt.status === "open" && debt.balanceMinor > 0).map((debt) => debt.id),
      disclosures: ["opt_out", "creditor"],
    };
    const decision = decide({ ...intent, channel: WRITTEN_CHANNEL }, facts, PACKS, now);
    const zone = decision.zones[0] ?? null;
    const view = decisionView(decision, locale);
    const rows = zone === null ? [] : openIntervals({ intent, channels: CHANNELS, zone }, facts, PACKS, now, DAYS);
    const notes = new Footnotes((rule) => explainClosing(rule, decision, locale, zone ?? "UTC"));
    return {
      zone,
      decision: view,
      replies: replies(facts, now, locale),
      days: (rows[0]?.days ?? []).map((day, index) => ({
        date: day.date,
        cells: rows.map((row) => cell(row.channel, row.days[index] ?? day, zone ?? "UTC", locale, notes)),
      })),
      rules: notes.list,
      next: await this.nextStep.of(accountId, { id: debtor.id, publicId: debtorPublicId }, locale),
    };
  }
}

function replies(facts: PolicyFacts, now: Instant, locale: Locale): Outlook["replies"] {
  const last = facts.lastInbound[WRITTEN_CHANNEL];
  if (last === undefined) return { open: false, until: null, text: outlookLine("never_wrote", locale) };
  const until = last + Math.min(REPLY_WINDOW, 24 * HOUR);
  return until > now
    ? { open: true, until: toIso(until), text: outlookLine("replies_open", locale) }
    : { open: false, until: null, text: outlookLine("replies_closed", locale) };
}

function cell(channel: Channel, day: ContactDay, zone: string, locale: Locale, notes: Footnotes): Outlook["days"][number]["cells"][number] {
  const [first] = day.open;
  const last = day.open.at(-1);
  if (first && last)
    return { channel, state: "open", hours: `${clockTime(zone, first.start)}–${clockTime(zone, last.end)}`, note: null, rule: null };
  const rule = day.closedBy[0];
  return {
    channel,
    state: isUsed(rule) ? "used" : "closed",
    hours: null,
    note: closedSquare(rule?.reason ?? "hours", rule && weekdayOf(rule), locale),
    rule: rule ? notes.of(rule) : null,
  };
}

/** The sentences under the calendar: one for each thing that closes a square, told once. */
class Footnotes {
  readonly list: Outlook["rules"] = [];

  constructor(private readonly sentenceOf: (rule: ClosingRule) => string) {}

  /** Name under which the rule's sentence stands below. One rule may close two channels for two reasons: then it has two sentences. */
  of(rule: ClosingRule): string {
    const id = `${rule.packId}/${rule.ruleId}`;
    const text = this.sentenceOf(rule);
    const known = this.list.find((note) => note.text === text && note.source === rule.source);
    if (known) return known.rule;
    const name = this.list.some((note) => note.rule === id) ? `${id}#${this.list.length + 1}` : id;
    this.list.push({ rule: name, text, source: rule.source, certainty: rule.certainty });
    return name;
  }
}

function weekdayOf({ facts }: ClosingRule): number | undefined {
  return typeof facts["weekday"] === "number" ? facts["weekday"] : undefined;
}

function isUsed(rule: ClosingRule | undefined): boolean {
  return rule !== undefined && ["cap_day", "cap_week", "cap_seven_days"].includes(rule.reason);
}

/** `07:00` → `07`, `07:30` stays; midnight at the end of a day is 24. */
function clockTime(zone: string, at: Instant): string {
  const { minuteOfDay } = localParts(zone, at);
  const minutes = minuteOfDay === 0 && localParts(zone, at - MINUTE).date !== localParts(zone, at).date ? 24 * 60 : minuteOfDay;
  const hour = String(Math.floor(minutes / 60)).padStart(2, "0");
  return minutes % 60 === 0 ? hour : `${hour}:${String(minutes % 60).padStart(2, "0")}`;
}
