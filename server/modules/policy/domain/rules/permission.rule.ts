import { alwaysClosed, alwaysOpen, closedDuring } from "../timeline.js";
import type { ConsentRule, DisclosureRule, RecipientRule } from "../pack.js";
import { constant, type RuleFinding, instantOr, type RuleContext, unknown } from "./finding.js";

/** The debtor's authorisation for the channel. */
export function consent(rule: ConsentRule, { intent, facts }: RuleContext): RuleFinding[] {
  const given = facts.consents[intent.channel];
  const shown = { channel: intent.channel, status: given?.status ?? "unknown", date: given?.on ?? null, origin: given?.source ?? null };
  if (given?.status === "withdrawn") return [constant(alwaysClosed, "consent_withdrawn", shown)];
  if (given?.status !== "granted" && rule.requires === "granted") return [unknown("consent_missing", shown)];
  return [constant(alwaysOpen, "consent_missing", shown)];
}

/** Who is at the other end of the contact point. */
export function recipient(rule: RecipientRule, { intent, facts }: RuleContext): RuleFinding[] {
  const party = facts.contactPoints[intent.channel];
  const shown = { channel: intent.channel, party: party ?? null };
  if (party === undefined) return [unknown("recipient_missing", shown)];
  if (party === "unknown") return [unknown("recipient_unknown", shown)];
  if (party === "ambiguous") return [constant(alwaysClosed, "recipient_ambiguous", shown)];
  return [constant(rule.allowed.includes(party) ? alwaysOpen : alwaysClosed, "recipient_forbidden", shown)];
}

/** What the text must say. */
export function disclosure(rule: DisclosureRule, { intent }: RuleContext): RuleFinding[] {
  const stated = intent.disclosures?.includes(rule.requires) ?? false;
  return [constant(stated ? alwaysOpen : alwaysClosed, "disclosure_missing", { requires: rule.requires })];
}

/**
 * An opt-out closes its channel for everything. Two answers remain possible: the one message that confirms it, and the reply to a person who
 * wrote again afterwards.
 */
export function optOut({ intent, purpose, facts }: RuleContext): RuleFinding[] {
  const inForce = facts.optOuts.filter(({ channel }) => channel === intent.channel || channel === "all");
  const at = inForce.length > 0 ? Math.max(...inForce.map((request) => request.at)) : null;
  const lastInbound = facts.lastInbound[intent.channel] ?? Number.NEGATIVE_INFINITY;
  const wroteAgain = inForce.every((request) => lastInbound > request.at);
  const confirms = intent.confirmsOptOut === true && inForce.every((request) => request.confirmedAt === null);
  const open = inForce.length === 0 || (purpose === "reply" && (wroteAgain || confirms));
  return [constant(open ? alwaysOpen : alwaysClosed, "opted_out", { channel: intent.channel, at })];
}

/** Who cannot say "stop" is not written to, not even in answer: no answer would be heard either. */
export function wayOut({ intent, facts }: RuleContext): RuleFinding[] {
  const since = facts.unheard?.[intent.channel];
  return [constant(since === undefined ? alwaysOpen : alwaysClosed, "way_out_closed", { channel: intent.channel, at: since ?? null })];
}

/** Holds on the debtor, or on any of the debts the message is about. */
export function hold({ intent, facts }: RuleContext): RuleFinding[] {
  const holds = facts.holds
    .filter(({ debtId }) => debtId === null || intent.debtIds.includes(debtId))
    .map((held) => ({
      ...held,
      start: instantOr(held.from, Number.NEGATIVE_INFINITY),
      end: instantOr(held.until, Number.POSITIVE_INFINITY),
    }));
  return [
    {
      timeline: closedDuring(holds),
      describe: (at) => {
        const active = holds.filter(({ start, end }) => start <= at && at < end);
        const longest = active.reduce<(typeof active)[number] | null>((a, b) => (a && a.end >= b.end ? a : b), null);
        return {
          reason: longest?.debtId ? "hold_debt" : "hold",
          facts: {
            holds: active.length,
            holdId: longest?.id ?? null,
            hold: longest?.kind ?? null,
            debtId: longest?.debtId ?? null,
            until: longest?.until ?? null,
          },
        };
      },
    },
  ];
}
