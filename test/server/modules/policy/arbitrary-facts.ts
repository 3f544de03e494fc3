import * as fc from "fast-check";
import { DAY } from "../../../../server/shared/instant.js";
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
          wed: [["07:00", "22:00"]],
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
const moment = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2028, 6, 1) });

export const intent: fc.Arbitrary<ContactIntent> = fc.record(
  {
    channel: fc.constantFrom(...CHANNELS),
    purpose: fc.constantFrom(...PURPOSES),
    origin: fc.constantFrom("cadence" as const, "assistant" as const, "agent" as const),
    debtIds: mostly<readonly string[]>(fc.subarray(["debt-1", "debt-2", "debt-3"], { minLength: 1 }), fc.constant([])),
    ground: fc.constantFrom("operation_confirmation" as const, "fraud_alert" as const),
    confirmsOptOut: fc.boolean(),
  },
  { requiredKeys: ["channel", "purpose", "origin", "debtIds"] },
);

/** Instants are made relative to the moment of the decision and shifted afterwards: to make arbitraries anew for each run is slow. */
const near = fc.integer({ min: -16 * DAY, max: DAY });
const channel = fc.constantFrom(...CHANNELS);
const id = fc.uuid({ version: 7 });

export const attempt: fc.Arbitrary<AttemptFact> = fc.record({
  id,
  at: near,
  channel,
  counts: fc.boolean(),
  reached: fc.constantFrom(true, false, null),
  conversation: fc.boolean(),
  debtIds: fc.subarray(["debt-1", "debt-2"]),
});

export const hold: fc.Arbitrary<HoldFact> = fc.record({
  id,
  debtId: fc.constantFrom(null, "debt-1", "debt-2"),
  kind: fc.constantFrom("dispute", "promise"),
  from: near,
  until: fc.oneof(fc.constant(null), fc.integer({ min: -DAY, max: 90 * DAY })),
});

export const optOut: fc.Arbitrary<OptOutFact> = fc.record({
  channel: fc.constantFrom(...CHANNELS, "all" as const),
  at: near,
  confirmedAt: fc.oneof(fc.constant(null), near),
});

export const zone = fc.constantFrom(
  "America/Bogota",
  "America/Mexico_City",
  "America/Tijuana",
  "America/New_York",
  "Australia/Lord_Howe",
  "Europe/Madrid",
);

/** The first mostly, so that trouble comes alone and not in crowds. */
function mostly<T>(good: fc.Arbitrary<T>, bad: fc.Arbitrary<T>): fc.Arbitrary<T> {
  return fc.oneof({ weight: 12, arbitrary: good }, { weight: 1, arbitrary: bad });
}

/** Facts of the right shape: many of them in order, so that all three verdicts come up. */
export const relativeFacts: fc.Arbitrary<PolicyFacts> = fc.record({
  accountPackIds: fc.subarray(["CO-2300", "MX-CONDUSEF", "MX-TEST"]),
  residences: mostly<PolicyFacts["residences"]>(
    fc.constantFrom(
      [{ country: "CO", subdivision: null }],
      [{ country: "MX", subdivision: null }],
      [{ country: "BR", subdivision: "SP" }],
      [
        { country: "BR", subdivision: "DF" },
        { country: "BR", subdivision: "GO" },
      ],
      [
        { country: "MX", subdivision: "BCN" },
        { country: "CO", subdivision: "DC" },
      ],
    ),
    fc.constantFrom([], [{ country: "US", subdivision: "NY" }], [{ country: "BR", subdivision: null }]),
  ),
  zones: fc.oneof(fc.constant(null), mostly<readonly string[]>(fc.uniqueArray(zone, { minLength: 1, maxLength: 3 }), fc.constant([]))),
  zoneData: fc.constant("2026c"),
  debtor: mostly<PolicyFacts["debtor"]>(fc.constant({}), fc.constantFrom({ deceased: true }, { minor: true })),
  contactPoints: partial(
    mostly<"debtor" | "guarantor" | "ambiguous" | "reference">(
      fc.constantFrom("debtor", "guarantor"),
      fc.constantFrom("ambiguous", "reference"),
    ),
  ),
  consents: partial(
    fc.record({
      status: mostly<"granted" | "withdrawn" | "unknown">(fc.constant("granted"), fc.constantFrom("withdrawn", "unknown")),
      source: fc.constant("contract"),
      on: fc.constantFrom(null, "2026-08-03"),
    }),
  ),
  optOuts: mostly<readonly OptOutFact[]>(fc.constant([]), fc.array(optOut, { maxLength: 2 })),
  holds: fc.oneof(fc.constant([]), fc.array(hold, { maxLength: 2 })),
  debts: mostly<PolicyFacts["debts"]>(
    fc.constant(["debt-1", "debt-2", "debt-3"].map((debt) => ({ id: debt, status: "open", balanceMinor: 100 }))),
    fc.constant([{ id: "debt-1", status: "paid", balanceMinor: 0 }]),
  ),
  attempts: fc.array(attempt, { maxLength: 4 }),
  lastInbound: fc.oneof(fc.constant({}), fc.record({ whatsapp: near })),
  tightening: fc.constantFrom(null, null, {
    version: "1",
    rules: [
      {
        id: "lunch",
        kind: "hours" as const,
        week: { mon: [["08:00", "12:00"] as const], tue: [["08:00", "24:00"] as const], thu: [["00:00", "18:00"] as const] },
      },
      { id: "inventory", kind: "blocked_dates" as const, dates: [{ date: "2026-11-24", name: "Inventario" }] },
    ],
  }),
  exceptions: fc.oneof(
    { weight: 3, arbitrary: fc.constant([]) },
    fc.array(
      fc.record({
        id,
        packId: fc.constantFrom("CO-2300", "BR-CDC", "SALDO", "ACCOUNT", "MX-TEST"),
        ruleId: fc.constantFrom("hours", "holidays", "strict_counting", "hold", "opt_out", "lunch", "one_contact_a_day"),
        from: near,
        until: fc.integer({ min: 0, max: 20 * DAY }),
      }),
      { maxLength: 2 },
    ),
  ),
});

export const situation = fc
  .record({ now: moment, intent, facts: relativeFacts })
  .map((asked) => ({ ...asked, facts: factsAt(asked.facts, asked.now) }));

export const attemptAt = (made: AttemptFact, now: number): AttemptFact => ({ ...made, at: now + made.at });
export const optOutAt = (made: OptOutFact, now: number): OptOutFact => ({
  ...made,
  at: now + made.at,
  confirmedAt: made.confirmedAt === null ? null : now + made.confirmedAt,
});
export const holdAt = (made: HoldFact, now: number): HoldFact => ({
  ...made,
  from: now + made.from,
  until: made.until === null ? null : now + made.until,
});

function factsAt(made: PolicyFacts, now: number): PolicyFacts {
  const { whatsapp } = made.lastInbound;
  return {
    ...made,
    attempts: made.attempts.map((fact) => attemptAt(fact, now)),
    holds: made.holds.map((fact) => holdAt(fact, now)),
    optOuts: made.optOuts.map((fact) => optOutAt(fact, now)),
    lastInbound: whatsapp === undefined ? {} : { whatsapp: now + whatsapp },
    exceptions: made.exceptions.map((fact) => ({ ...fact, from: now + fact.from, until: now + fact.until })),
  };
}

function partial<T>(value: fc.Arbitrary<T>) {
  return fc.record({ whatsapp: value, call: value, email: value, sms: value }, { requiredKeys: ["whatsapp", "call", "email"] });
}
