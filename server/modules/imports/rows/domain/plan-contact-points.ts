import { WRITTEN_CHANNEL } from "../../../../shared/channel.js";
import type { CalendarDate } from "../../../../shared/calendar.js";
import type { Channel, Consent } from "../../../portfolio/rules.js";
import { consentFor, type ConsentGiven } from "./consent-cell.js";

export interface KnownContactPoint {
  readonly id: number;
  readonly channel: Channel;
  /** Look-up hash of its number; null once it was retired. */
  readonly hash: string | null;
  readonly consent: Consent;
  readonly consentSource: string | null;
  readonly consentOn: CalendarDate | null;
  readonly invalidAt: number | null;
}

export interface ConsentState {
  readonly consent: Consent;
  readonly consentSource: string | null;
  readonly consentOn: CalendarDate | null;
}

export interface ContactPointPlan {
  readonly create: readonly (ConsentState & { readonly channel: Channel })[];
  readonly change: readonly (ConsentState & { readonly id: number; readonly channel: Channel; readonly withdrawn: boolean })[];
  /** Points with another number than the file's: theirs no longer. */
  readonly retire: readonly number[];
}

const UNKNOWN: ConsentState = { consent: "unknown", consentSource: null, consentOn: null };

/**
 * What a row changes in how a debtor is reached. The number of the file replaces other numbers. A withdrawal belongs to debtor and channel:
 * it survives a new number, and only a consent given on a later date lifts it.
 * @param hash of the row's number; null when the row has none, which changes no number
 */
export function planContactPoints(known: readonly KnownContactPoint[], hash: string | null, given: ConsentGiven): ContactPointPlan {
  const valid = known.filter((point) => point.invalidAt === null);
  const kept = hash === null ? valid : valid.filter((point) => point.hash === hash);
  const change = kept.flatMap((point) => {
    const state = merge(point, given, point.channel);
    if (same(state, point)) return [];
    return [{ ...state, id: point.id, channel: point.channel, withdrawn: state.consent === "withdrawn" && point.consent !== "withdrawn" }];
  });
  if (hash === null) return { create: [], change, retire: [] };
  const channels = new Set<Channel>([WRITTEN_CHANNEL, ...given.granted.filter((channel) => channel !== "email")]);
  for (const point of kept) channels.delete(point.channel);
  return {
    create: [...channels].map((channel) => ({ channel, ...merge(refusalOf(known, channel) ?? UNKNOWN, given, channel) })),
    change,
    retire: valid.filter((point) => point.hash !== hash).map((point) => point.id),
  };
}

function merge(state: ConsentState, given: ConsentGiven, channel: Channel): ConsentState {
  const consent = consentFor(given, channel);
  if (consent === "unknown") return pick(state);
  const next = { consent, consentSource: given.source, consentOn: consent === "withdrawn" ? (given.on ?? given.readOn) : given.on };
  if (state.consent === "unknown") return next;
  const later = given.on !== null && given.on > (state.consentOn ?? "");
  if (consent === "withdrawn") return state.consent === "withdrawn" && !later ? pick(state) : next;
  return later ? next : pick(state);
}

function refusalOf(known: readonly KnownContactPoint[], channel: Channel): ConsentState | undefined {
  return known
    .filter((point) => point.channel === channel && point.consent === "withdrawn")
    .sort((a, b) => ((a.consentOn ?? "") < (b.consentOn ?? "") ? 1 : -1))[0];
}

function pick({ consent, consentSource, consentOn }: ConsentState): ConsentState {
  return { consent, consentSource, consentOn };
}

function same(a: ConsentState, b: ConsentState): boolean {
  return a.consent === b.consent && a.consentSource === b.consentSource && a.consentOn === b.consentOn;
}
