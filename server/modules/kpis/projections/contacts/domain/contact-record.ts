import type { CalendarDate } from "../../../../../shared/calendar.js";
import type { JsonObject } from "../../../../journal/rules.js";

/** What a record says of attempts to reach a debtor. */
export type ContactNews =
  | { readonly kind: "begun"; readonly ref: string; readonly facts: TryFacts; readonly made: boolean }
  | { readonly kind: "moved"; readonly ref: string; readonly to: TryState; readonly failure: string | null }
  | { readonly kind: "answered" }
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
  "attempt.observed",
  "reply.received",
];

/** @returns null for what is no attempt: answers of the desk, confirmations */
export function newsOf(type: string, payload: JsonObject): ContactNews | null {
  switch (type) {
    case "message.intended":
      return payload["kind"] === "cadence" ? { kind: "begun", ref: String(payload["ref"]), facts: factsOf(payload), made: false } : null;
    case "attempt.observed":
      return payload["purpose"] === "reply"
        ? null
        : { kind: "begun", ref: `host:${String(payload["message"])}`, facts: { ...factsOf(payload), origin: "agent" }, made: true };
    case "reply.received":
      return { kind: "answered" };
    case "message.denied":
      return payload["kind"] === "cadence" ? deniedBy(payload) : null;
    case "message.found_late": {
      const to = FOUND[String(payload["state"])];
      return to ? { kind: "moved", ref: String(payload["ref"]), to, failure: text(payload, "code") } : null;
    }
    default: {
      const to = STATES[type];
      return to ? { kind: "moved", ref: String(payload["ref"]), to, failure: text(payload, "code") } : null;
    }
  }
}

function factsOf(payload: JsonObject): TryFacts {
  const decision = payload["decision"] as JsonObject | null | undefined;
  return {
    origin: "cadence",
    channel: text(payload, "channel") ?? (decision ? text(decision, "channel") : null) ?? "whatsapp",
    cadence: text(payload, "cadence"),
    cadenceVersion: typeof payload["cadenceVersion"] === "number" ? payload["cadenceVersion"] : null,
    step: text(payload, "step"),
    template: text(payload, "template"),
    language: text(payload, "language"),
    anchor: text(payload, "anchor"),
  };
}

function deniedBy(payload: JsonObject): ContactNews {
  const decision = payload["decision"] as JsonObject | null | undefined;
  return {
    kind: "denied",
    channel: (decision ? text(decision, "channel") : null) ?? "whatsapp",
    rule: decision ? text(decision, "leading") : null,
    step: text(payload, "step"),
    anchor: text(payload, "anchor"),
  };
}

function text(payload: JsonObject, field: string): string | null {
  const value = payload[field];
  return typeof value === "string" ? value : null;
}
