export type Answer = Readonly<Record<string, unknown>>;

/** One widget of the panel: where it gets what it shows, and what of that must not be nothing. */
export interface Look {
  readonly name: string;
  /** `{id}` stands for the one it is about, `{debtor}` for any debtor. */
  readonly path: string;
  readonly of?: "debtor" | "promiser" | "segment" | "cadence" | "snapshot" | "conversation";
  readonly see: (answer: Answer) => Readonly<Record<string, number>>;
}

const items = (answer: Answer) => ({ items: itemsOf(answer).length });

const TODAY: readonly Look[] = [
  {
    name: "Today: the strip",
    path: "/api/today?lang=es&limit=1",
    see: ({ counts }) => pick(counts, ["due", "sent", "delivered", "read", "answered"]),
  },
  { name: "Today: who is due", path: "/api/today?lang=es&limit=200", see: items },
  { name: "Today: why not", path: "/api/today?lang=es&limit=1", see: ({ deniedBy }) => ({ rules: lengthOf(deniedBy) }) },
  { name: "Today: needs a person", path: "/api/attention?lang=es", see: items },
];

const DEBTORS: readonly Look[] = [
  { name: "Debtors", path: "/api/debtors?limit=50", see: items },
  { name: "Debtors on hold", path: "/api/debtors?limit=50&state=held", see: items },
  { name: "Debtors who opted out", path: "/api/debtors?limit=50&state=opted_out", see: items },
  { name: "Debtors who paid everything", path: "/api/debtors?limit=50&state=settled", see: items },
  { name: "Debtors without authorisation", path: "/api/debtors?limit=50&consent=missing", see: items },
  { name: "Consent gap", path: "/api/consent-gap", see: (answer) => pick(answer, ["owing", "withoutConsent"]) },
  {
    name: "Debtor: what they owe",
    path: "/api/debtors/{id}",
    of: "debtor",
    see: ({ debts, contactPoints }) => ({ debts: lengthOf(debts), contactPoints: lengthOf(contactPoints) }),
  },
  { name: "Debtor: timeline", path: "/api/debtors/{id}/timeline?lang=es", of: "debtor", see: items },
  {
    name: "Debtor: may we write",
    path: "/api/debtors/{id}/outlook?lang=es",
    of: "debtor",
    see: ({ days, rules }) => ({ days: lengthOf(days), rules: lengthOf(rules) }),
  },
  { name: "Debtor: promises", path: "/api/debtors/{id}/promises", of: "promiser", see: items },
  { name: "Debtor: segments", path: "/api/debtors/{id}/segments", of: "debtor", see: items },
  {
    name: "Conversation tab: whose it is",
    path: "/api/conversations/{id}/debtor",
    of: "conversation",
    see: ({ debtorId }) => ({ debtors: debtorId ? 1 : 0 }),
  },
];

const MONEY: readonly Look[] = [
  { name: "Payments", path: "/api/payments?limit=50", see: items },
  { name: "Payments nobody could place", path: "/api/payments?limit=50&status=unidentified", see: items },
  { name: "Payments above what was owed", path: "/api/payments?limit=50&status=overpaid", see: items },
];

const SEGMENTS: readonly Look[] = [
  {
    name: "Segments",
    path: "/api/segments",
    see: (answer) => ({ items: itemsOf(answer).filter(({ debts }) => Number(debts) > 0).length }),
  },
  {
    name: "Segment: choices for a rule",
    path: "/api/segments/choices",
    see: ({ currencies, products, countries }) => ({
      currencies: lengthOf(currencies),
      products: lengthOf(products),
      countries: lengthOf(countries),
    }),
  },
  { name: "Segment: members", path: "/api/segments/{id}/members?limit=50", of: "segment", see: items },
  {
    name: "Segment: joined and left",
    path: "/api/segments/{id}/days",
    of: "segment",
    see: (answer) => ({ joined: sum(itemsOf(answer), "joined"), left: sum(itemsOf(answer), "left") }),
  },
];

const CADENCES: readonly Look[] = [
  { name: "Cadences", path: "/api/cadences", see: (answer) => ({ ...items(answer), sent: sum(itemsOf(answer), "sent30Days") }) },
  {
    name: "Cadence: steps",
    path: "/api/cadences/{id}",
    of: "cadence",
    see: ({ steps, debtors }) => ({ steps: lengthOf(steps), debtors: Number(debtors) }),
  },
  { name: "Cadence: versions", path: "/api/cadences/{id}/versions", of: "cadence", see: items },
  {
    name: "Cadence: the next days",
    path: "/api/cadences/{id}/simulation?of=published&days=30",
    of: "cadence",
    see: (answer) => pick(answer, ["messages", "debtors"]),
  },
  {
    name: "Cadence: a trial",
    path: "/api/cadences/{id}/trial?of=published&lang=es&debtorId={debtor}",
    of: "cadence",
    see: ({ debtor, why }) => ({ debtors: debtor ? 1 : 0, reasons: why ? 1 : 0 }),
  },
  { name: "Templates", path: "/api/templates", see: items },
];

const IMPORTS: readonly Look[] = [
  {
    name: "Imports",
    path: "/api/imports?limit=50",
    see: (answer) => ({ ...items(answer), refusedRows: sum(itemsOf(answer), "rejected") }),
  },
  { name: "Import: not in the last file", path: "/api/imports/{id}/held?limit=50", of: "snapshot", see: items },
  { name: "Imports: remembered columns", path: "/api/import-profiles", see: items },
  { name: "Numbers of several debtors", path: "/api/shared-numbers?limit=50", see: items },
];

const CONTROL: readonly Look[] = [
  { name: "Journal", path: "/api/journal?lang=es&limit=50", see: items },
  { name: "Journal: the chain", path: "/api/journal/verify", see: (answer) => pick(answer, ["records", "checkpoints"]) },
  { name: "Settings: teams", path: "/api/teams", see: items },
  { name: "Settings: people", path: "/api/people", see: items },
];

/** All there is to see in the panel, but for forms, and for keys, which only an administrator may see. */
export const WIDGETS: readonly Look[] = [...TODAY, ...DEBTORS, ...MONEY, ...SEGMENTS, ...CADENCES, ...IMPORTS, ...CONTROL];

export function itemsOf(answer: Answer): readonly Answer[] {
  return Array.isArray(answer["items"]) ? (answer["items"] as readonly Answer[]) : [];
}

function lengthOf(value: unknown): number {
  return Array.isArray(value) ? value.length : 0;
}

function sum(rows: readonly Answer[], key: string): number {
  return rows.reduce((total, row) => total + Number(row[key] ?? 0), 0);
}

function pick(value: unknown, keys: readonly string[]): Record<string, number> {
  return Object.fromEntries(keys.map((key) => [key, Number((value as Answer | undefined)?.[key] ?? 0)]));
}
