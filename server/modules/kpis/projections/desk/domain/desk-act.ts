import { type Payload, textOrNull } from "../../domain/payload.js";

/**
 * `send`: an agent wrote first. `reply`: somebody or something answered. `promise`, `reminder`: a day was agreed on, or asked for.
 * `escalation`: a case was given to people. `dispute`: a debt was disputed. `decision`: a person held, freed, cancelled, booked.
 */
export const ACT_KINDS = ["send", "reply", "promise", "reminder", "escalation", "dispute", "decision"] as const;
export type ActKind = (typeof ACT_KINDS)[number];

export interface DeskAct {
  readonly kind: ActKind;
  /** Null where no person did it. */
  readonly agent: number | null;
  readonly channel: string | null;
  readonly subject: string | null;
}

/** What a record says: something was done, or a person replaced what a machine had done. */
export type DeskNews = { readonly done: DeskAct } | { readonly corrected: string };

/** Records in which a person decides something about a debtor. */
const DECISIONS = [
  "hold.released",
  "opt_out.recorded",
  "opt_out.ended",
  "payment.received",
  "payment.identified",
  "payment.reversed",
  "credit.placed",
  "credit.freed",
  "number.assigned",
  "number.denied",
] as const;

/** The record types that `deskNews` knows. */
export const DESK_RECORDS: readonly string[] = [
  "attempt.observed",
  "message.intended",
  "promise.made",
  "promise.superseded",
  "promise.cancelled",
  "reminder.postponed",
  "case.escalated",
  "hold.placed",
  ...DECISIONS,
];

/** @returns null for what nobody did: a machine's own book-keeping, a step of a cadence, a message without a sender */
export function deskNews({
  type,
  payload,
  actor,
}: {
  readonly type: string;
  readonly payload: Payload;
  readonly actor: string;
}): DeskNews | null {
  const agent = agentOf(actor);
  const done = (kind: ActKind, subject: string | null = null): DeskNews => ({
    done: { kind, agent, channel: textOrNull(payload, "channel"), subject },
  });
  switch (type) {
    case "attempt.observed":
      if (agent === null) return null;
      return done(payload["purpose"] === "reply" ? "reply" : "send");
    case "message.intended":
      // A message that is tried again is one message.
      return payload["kind"] === "reply" && payload["attempt"] === 1 ? done("reply") : null;
    case "promise.made":
      return done("promise", textOrNull(payload, "promise"));
    case "promise.superseded":
    case "promise.cancelled": {
      const promise = textOrNull(payload, "promise");
      return agent === null || promise === null ? null : { corrected: promise };
    }
    case "reminder.postponed":
      return done("reminder");
    case "case.escalated":
      return done("escalation");
    case "hold.placed":
      if (payload["reason"] === "dispute") return done("dispute");
      return agent === null ? null : done("decision");
    default:
      return agent === null ? null : done("decision");
  }
}

/** The helpdesk's number of the person, where it was one. */
export function agentOf(actor: string): number | null {
  const [, id] = /^user:(\d+)$/.exec(actor) ?? [];
  return id === undefined ? null : Number(id);
}
