import type { CalendarDate } from "../../../../../shared/calendar.js";
import { partOrNull, type Payload, textIn, textOrNull, wholeIn, wholeOrNull } from "../../domain/payload.js";

/** What a record says of attempts to reach a debtor. */
export type ContactNews =
  | { readonly kind: "begun"; readonly ref: string; readonly facts: TryFacts; readonly made: boolean }
  | { readonly kind: "moved"; readonly ref: string; readonly to: TryState; readonly failure: string | null }
  | { readonly kind: "answered" }
  | { readonly kind: "deferred"; readonly channel: string; readonly rule: string }
  | {
      readonly kind: "denied";
      readonly channel: string;
      readonly rule: string | null;
      readonly step: string | null;
      readonly anchor: CalendarDate | null;
    };

export type TryState = "made" | "delivered" | "read" | "failed";

export interface TryFacts {
  readonly origin: "cadence" | "agent";
  readonly channel: string;
  readonly cadence: string | null;
  readonly cadenceVersion: number | null;
  readonly step: string | null;
  readonly template: string | null;
  readonly language: string | null;
  readonly anchor: CalendarDate | null;
}

const STATES: Readonly<Record<string, TryState>> = {
  "message.accepted": "made",
  "message.handed_over": "made",
  "message.delivered": "delivered",
  "message.read": "read",
  "message.failed": "failed",
};
/** A message that was given up for lost has been found: it says how far it is. */
const FOUND: Readonly<Record<string, TryState>> = {
  accepted: "made",
  at_whatsapp: "made",
  delivered: "delivered",
  read: "read",
  failed: "failed",
};

/** The record types that `newsOf` knows. */
export const CONTACT_RECORDS: readonly string[] = [
  "message.intended",
  ...Object.keys(STATES),
  "message.found_late",
  "message.denied",
  "message.deferred",
  "attempt.observed",
  "reply.received",
];

/** @returns null for what is no attempt: answers of the desk, confirmations */
export function newsOf(type: string, payload: Payload): ContactNews | null {
  switch (type) {
    case "message.intended":
      return payload["kind"] === "cadence" ? { kind: "begun", ref: textIn(payload, "ref"), facts: factsOf(payload), made: false } : null;
    case "attempt.observed":
      return payload["purpose"] === "reply"
        ? null
        : { kind: "begun", ref: `host:${wholeIn(payload, "message")}`, facts: { ...factsOf(payload), origin: "agent" }, made: true };
    case "reply.received":
      return { kind: "answered" };
    case "message.denied":
      return payload["kind"] === "cadence" ? deniedBy(payload) : null;
    case "message.deferred":
      return payload["kind"] === "cadence" ? deferredBy(payload) : null;
    case "message.found_late": {
      const to = FOUND[textIn(payload, "state")];
      return to ? { kind: "moved", ref: textIn(payload, "ref"), to, failure: textOrNull(payload, "code") } : null;
    }
    default: {
      const to = STATES[type];
      return to ? { kind: "moved", ref: textIn(payload, "ref"), to, failure: textOrNull(payload, "code") } : null;
    }
  }
}

function factsOf(payload: Payload): TryFacts {
  const decision = partOrNull(payload, "decision");
  return {
    origin: "cadence",
    channel: textOrNull(payload, "channel") ?? (decision ? textOrNull(decision, "channel") : null) ?? "whatsapp",
    cadence: textOrNull(payload, "cadence"),
    cadenceVersion: wholeOrNull(payload, "cadenceVersion"),
    step: textOrNull(payload, "step"),
    template: textOrNull(payload, "template"),
    language: textOrNull(payload, "language"),
    anchor: textOrNull(payload, "anchor"),
  };
}

function deniedBy(payload: Payload): ContactNews {
  const decision = partOrNull(payload, "decision");
  return {
    kind: "denied",
    channel: (decision ? textOrNull(decision, "channel") : null) ?? "whatsapp",
    rule: decision ? textOrNull(decision, "leading") : null,
    step: textOrNull(payload, "step"),
    anchor: textOrNull(payload, "anchor"),
  };
}

/** @returns null where no rule moved it: its template or its turn did */
function deferredBy(payload: Payload): ContactNews | null {
  const decision = partOrNull(payload, "decision");
  const rule = decision ? textOrNull(decision, "leading") : null;
  return decision && rule !== null ? { kind: "deferred", channel: textOrNull(decision, "channel") ?? "whatsapp", rule } : null;
}
