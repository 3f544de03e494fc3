import type { SaldoClient } from "../saldo-client.js";
import type { Widget } from "./recording.js";

type Answer = Readonly<Record<string, unknown>>;

interface Look {
  readonly name: string;
  readonly path: string;
  /** What there is to see, as numbers that must not be zero. */
  readonly see: (answer: Answer) => Readonly<Record<string, number>>;
}

const items = (answer: Answer) => ({ items: lengthOf(answer["items"]) });

/** Every widget of the panel, asked for as the panel does. */
const PAGES: readonly Look[] = [
  {
    name: "Today: who is due",
    path: "/api/today?lang=es&limit=200",
    see: ({ items: rows, counts }) => ({ rows: lengthOf(rows), due: numberIn(counts, "due") }),
  },
  { name: "Needs a person", path: "/api/attention?lang=es", see: items },
  { name: "Debtors", path: "/api/debtors?limit=50", see: items },
  { name: "Debtors on hold", path: "/api/debtors?limit=50&state=held", see: items },
  { name: "Debtors who opted out", path: "/api/debtors?limit=50&state=opted_out", see: items },
  { name: "Debtors who paid everything", path: "/api/debtors?limit=50&state=settled", see: items },
  { name: "Imports", path: "/api/imports?limit=50", see: items },
  { name: "Payments", path: "/api/payments?limit=50", see: items },
  { name: "Templates", path: "/api/templates", see: items },
  { name: "Journal", path: "/api/journal?lang=es&limit=50", see: items },
  {
    name: "Journal: the chain",
    path: "/api/journal/verify",
    see: (answer) => ({ records: Number(answer["records"]), checkpoints: Number(answer["checkpoints"]) }),
  },
  { name: "People", path: "/api/people", see: items },
];

/** Of one debtor with a story. */
const DEBTOR: readonly Look[] = [
  {
    name: "Debtor: what they owe",
    path: "",
    see: ({ debts, contactPoints }) => ({ debts: lengthOf(debts), contactPoints: lengthOf(contactPoints) }),
  },
  { name: "Debtor: timeline", path: "/timeline?lang=es", see: items },
  { name: "Debtor: may we write", path: "/outlook?lang=es", see: ({ days, rules }) => ({ days: lengthOf(days), rules: lengthOf(rules) }) },
];

export async function lookAtWidgets(client: SaldoClient): Promise<Widget[]> {
  const widgets = await Promise.all(PAGES.map((look) => widget(client, look)));
  const answered = await client.call<{ items: readonly { debtorId: string | null }[] }>("GET", "/api/attention?lang=es");
  const id = answered.items.find(({ debtorId }) => debtorId !== null)?.debtorId;
  const own = await Promise.all(
    DEBTOR.map((look) =>
      id
        ? widget(client, { ...look, path: `/api/debtors/${id}${look.path}` })
        : Promise.resolve({ name: look.name, filled: false, shows: "nobody to show" }),
    ),
  );
  return [...widgets, ...own];
}

async function widget(client: SaldoClient, { name, path, see }: Look): Promise<Widget> {
  try {
    const seen = Object.entries(see(await client.call<Answer>("GET", path)));
    return { name, filled: seen.every(([, count]) => count > 0), shows: seen.map(([what, count]) => `${count} ${what}`).join(", ") };
  } catch (error) {
    return { name, filled: false, shows: (error as Error).message };
  }
}

function lengthOf(value: unknown): number {
  return Array.isArray(value) ? value.length : 0;
}

function numberIn(value: unknown, key: string): number {
  return Number((value as Answer | undefined)?.[key] ?? 0);
}
