import { DateTime } from "luxon";
import type { AttemptFact, Channel, ContactIntent, Decision, PolicyFacts, PolicyPack } from "../../../../server/modules/policy/rules.js";
import { CHANNELS, decide, PACKS } from "../../../../server/modules/policy/rules.js";

export const BOGOTA = "America/Bogota";

/** A wall clock reading, by a library the engine does not use. */
export function at(local: string, zone = BOGOTA): number {
  return DateTime.fromISO(local, { zone }).toMillis();
}

export function intent(change: Partial<ContactIntent> = {}): ContactIntent {
  return { channel: "whatsapp", purpose: "collection", origin: "cadence", debtIds: ["debt-1"], ...change };
}

/** A debtor in Bogotá about whom everything is in order. */
export function facts(change: Partial<PolicyFacts> = {}): PolicyFacts {
  return {
    accountPackIds: ["CO-2300"],
    residences: [{ country: "CO", subdivision: null }],
    zones: null,
    zoneData: "2026c",
    debtor: {},
    contactPoints: onEvery("debtor"),
    consents: onEvery({ status: "granted", source: "contract", on: "2025-03-12" }),
    optOuts: [],
    holds: [],
    debts: [{ id: "debt-1", status: "open", balanceMinor: 186_400_00 }],
    attempts: [],
    lastInbound: {},
    tightening: null,
    exceptions: [],
    ...change,
  };
}

export function onEvery<T>(value: T): Record<Channel, T> {
  return Object.fromEntries(CHANNELS.map((channel) => [channel, value])) as Record<Channel, T>;
}

let attempts = 0;
export function attempt(when: number, channel: Channel, change: Partial<AttemptFact> = {}): AttemptFact {
  attempts += 1;
  return { id: `attempt-${attempts}`, at: when, channel, counts: true, reached: null, conversation: false, debtIds: ["debt-1"], ...change };
}

/** A jurisdiction for one test. */
export function pack(rules: PolicyPack["rules"], change: Partial<PolicyPack> = {}): PolicyPack {
  return { id: "TEST", version: "1", authority: [], residence: [{ country: "CO", zones: [BOGOTA] }], exceptions: [], rules, ...change };
}

/** The answer of one pack alone to a debtor who lives where it is law. */
export function decideBy(law: PolicyPack, now: number, change: Partial<PolicyFacts> = {}, contact: Partial<ContactIntent> = {}): Decision {
  const [home] = law.residence;
  const residences = home ? [{ country: home.country, subdivision: home.subdivision ?? null }] : [];
  return decide(intent(contact), facts({ accountPackIds: [law.id], residences, ...change }), [law], now);
}

export function decideCo(now: number, change: Partial<PolicyFacts> = {}, contact: Partial<ContactIntent> = {}): Decision {
  return decide(intent(contact), facts(change), PACKS, now);
}

/** `CO-2300/hours`, for the rules that did not pass. */
export function closedRules({ rules }: Decision): string[] {
  return [...new Set(rules.filter(({ verdict }) => verdict !== "pass").map(({ packId, ruleId }) => `${packId}/${ruleId}`))];
}
