import * as fc from "fast-check";
import type { AttemptFact, ContactIntent, HoldFact, OptOutFact, PolicyFacts } from "../../../../server/modules/policy/rules.js";
import { CHANNELS, PACKS, PURPOSES } from "../../../../server/modules/policy/rules.js";
import { pack } from "./given.js";

export const CATALOGUE = [
  ...PACKS,
  pack(
    [
      {
        id: "hours",
        kind: "hours",
        week: {
          mon: [["00:00", "24:00"]],
          tue: [
            ["09:00", "12:00"],
            ["13:00", "18:30"],
          ],
          wed: null,
          fri: [["?", "19:00"]],
          sat: [["08:00", "14:00"]],
        },
        class: "law",
        certainty: "C",
        source: "X",
      },
      { id: "two_a_week", kind: "cap", max: 2, period: "week", per: "debt", class: "law", certainty: "B", source: "X" },
      {
        id: "gap",
        kind: "quiet_days",
        after: "attempt",
        days: 2,
        per: "debtor",
        channels: ["whatsapp"],
        class: "law",
        certainty: "B",
        source: "X",
      },
      { id: "strict_counting", kind: "strict_counting", class: "policy", certainty: "C", source: "X" },
    ],
    {
      id: "MX-TEST",
      residence: [
        { country: "MX", zones: ["America/Mexico_City"] },
        { country: "MX", subdivision: "BCN", zones: ["America/Tijuana"] },
      ],
    },
  ),
];

/** Fridays, holidays, changes of the clock: two and a half years around the present. */
export const now = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2028, 6, 1) });

export const intent: fc.Arbitrary<ContactIntent> = fc.record(
  {
    channel: fc.constantFrom(...CHANNELS),
    purpose: fc.constantFrom(...PURPOSES),
    origin: fc.constantFrom("cadence" as const, "assistant" as const, "agent" as const),
    debtIds: fc.subarray(["debt-1", "debt-2", "debt-3"]),
    ground: fc.constantFrom("operation_confirmation" as const, "fraud_alert" as const),
    confirmsOptOut: fc.boolean(),
  },
  { requiredKeys: ["channel", "purpose", "origin", "debtIds"] },
);

const near = (at: number) => fc.integer({ min: at - 16 * 86_400_000, max: at + 86_400_000 });
const channel = fc.constantFrom(...CHANNELS);
const id = fc.uuid({ version: 7 });

export const attemptNear = (at: number): fc.Arbitrary<AttemptFact> =>
  fc.record({
    id,
    at: near(at),
    channel,
    counts: fc.boolean(),
    reached: fc.constantFrom(true, false, null),
    conversation: fc.boolean(),
    debtIds: fc.subarray(["debt-1", "debt-2"]),
  });

export const holdNear = (at: number): fc.Arbitrary<HoldFact> =>
  fc.record({
    id,
    debtId: fc.constantFrom(null, "debt-1", "debt-2"),
    kind: fc.constantFrom("dispute", "promise"),
    from: near(at),
    until: fc.oneof(fc.constant(null), fc.integer({ min: at - 86_400_000, max: at + 90 * 86_400_000 })),
  });

export const optOutNear = (at: number): fc.Arbitrary<OptOutFact> =>
  fc.record({ channel: fc.constantFrom(...CHANNELS, "all" as const), at: near(at), confirmedAt: fc.oneof(fc.constant(null), near(at)) });

export const zone = fc.constantFrom(
  "America/Bogota",
  "America/Mexico_City",
  "America/Tijuana",
  "America/New_York",
  "Australia/Lord_Howe",
  "Europe/Madrid",
);

/** Facts of the right shape: many of them in order, so that all three verdicts come up. */
export const factsNear = (at: number): fc.Arbitrary<PolicyFacts> =>
  fc.record({
    accountPackIds: fc.subarray(["CO-2300", "MX-TEST"]),
    residences: fc.constantFrom(
      [{ country: "CO", subdivision: null }],
      [{ country: "CO", subdivision: null }],
      [{ country: "MX", subdivision: null }],
      [
        { country: "MX", subdivision: "BCN" },
        { country: "CO", subdivision: "DC" },
      ],
      [{ country: "US", subdivision: "NY" }],
      [],
    ),
    zones: fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 2, arbitrary: fc.uniqueArray(zone, { maxLength: 3 }) }),
    zoneData: fc.constant("2026c"),
    debtor: fc.constantFrom({}, {}, {}, {}, { deceased: true }, { minor: true }),
    contactPoints: partial(
      fc.constantFrom("debtor" as const, "debtor" as const, "guarantor" as const, "ambiguous" as const, "reference" as const),
    ),
    consents: partial(
      fc.record({
        status: fc.constantFrom("granted" as const, "granted" as const, "granted" as const, "withdrawn" as const, "unknown" as const),
        source: fc.constant("contract"),
        on: fc.constantFrom(null, "2026-08-03"),
      }),
    ),
    optOuts: fc.oneof({ weight: 4, arbitrary: fc.constant([]) }, fc.array(optOutNear(at), { maxLength: 2 })),
    holds: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, fc.array(holdNear(at), { maxLength: 3 })),
    debts: fc.constantFrom(
      ...[1, 2, 3].map((count) =>
        ["debt-1", "debt-2", "debt-3"].slice(0, count).map((debt) => ({ id: debt, status: "open", balanceMinor: 100 })),
      ),
      [{ id: "debt-1", status: "paid", balanceMinor: 0 }],
    ),
    attempts: fc.array(attemptNear(at), { maxLength: 5 }),
    lastInbound: fc.oneof(fc.constant({}), fc.record({ whatsapp: near(at) })),
    tightening: fc.constantFrom(null, null, {
      version: "1",
      rules: [
        {
          id: "lunch",
          kind: "hours" as const,
          week: { mon: [["08:00", "12:00"] as const], tue: [["08:00", "24:00"] as const], thu: [["08:00", "18:00"] as const] },
        },
        { id: "inventory", kind: "blocked_dates" as const, dates: [{ date: "2026-11-24", name: "Inventario" }] },
      ],
    }),
    exceptions: fc.oneof(
      { weight: 3, arbitrary: fc.constant([]) },
      fc.array(
        fc.record({
          id,
          packId: fc.constantFrom("CO-2300", "SALDO", "ACCOUNT", "MX-TEST"),
          ruleId: fc.constantFrom("hours", "strict_counting", "hold", "opt_out", "lunch", "one_contact_a_day"),
          from: near(at),
          until: fc.integer({ min: at, max: at + 20 * 86_400_000 }),
        }),
        { maxLength: 2 },
      ),
    ),
  });

export const situation = now.chain((at) => fc.record({ now: fc.constant(at), intent, facts: factsNear(at) }));

function partial<T>(value: fc.Arbitrary<T>) {
  return fc.record({ whatsapp: value, call: value, email: value, sms: value }, { requiredKeys: ["whatsapp", "call"] });
}
