import type { SaldoClient } from "../saldo-client.js";
import type { Widget } from "./recording.js";
import { type Answer, itemsOf, type Look, WIDGETS } from "./widget-list.js";

type Subject = NonNullable<Look["of"]>;

/** Where the panel's own lists lead: of whom or what a widget that shows one of something is asked for. */
const SUBJECTS: Readonly<Record<Subject, { readonly path: string; readonly id: (item: Answer) => unknown }>> = {
  debtor: { path: "/api/attention?lang=es", id: ({ debtorId }) => debtorId },
  promiser: { path: "/api/journal?lang=es&limit=1&type=promise.made", id: ({ debtorId }) => debtorId },
  segment: { path: "/api/segments", id: ({ id, key }) => (key === "d1_30" ? id : null) },
  cadence: { path: "/api/cadences", id: ({ id, plannedToday }) => (Number(plannedToday) > 0 ? id : null) },
  snapshot: { path: "/api/imports?limit=100", id: ({ id, mode }) => (mode === "snapshot" ? id : null) },
  conversation: { path: "/api/attention?lang=es", id: ({ conversationUrl }) => /(\d+)$/.exec(String(conversationUrl))?.[1] },
};

/** Asks for every widget of the panel as the panel does, signed in as somebody who may see all of them. */
export async function lookAtWidgets(client: SaldoClient): Promise<Widget[]> {
  const subjects = new Map<Subject, string | null>();
  for (const [subject, { path, id }] of Object.entries(SUBJECTS)) {
    const found = itemsOf(await client.call<Answer>("GET", path)).map(id);
    subjects.set(subject as Subject, found.find((one) => typeof one === "string") ?? null);
  }
  const widgets: Widget[] = [];
  for (const look of WIDGETS) {
    const id = look.of ? subjects.get(look.of) : "";
    const path = look.path.replace("{id}", id ?? "").replace("{debtor}", subjects.get("debtor") ?? "");
    widgets.push(
      id === null || id === undefined
        ? { name: look.name, filled: false, shows: `no ${look.of}` }
        : await widget(client, { ...look, path }),
    );
  }
  return widgets;
}

async function widget(client: SaldoClient, { name, path, see }: Look): Promise<Widget> {
  try {
    const seen = Object.entries(see(await client.call<Answer>("GET", path)));
    return { name, filled: seen.every(([, count]) => count > 0), shows: seen.map(([what, count]) => `${count} ${what}`).join(", ") };
  } catch (error) {
    return { name, filled: false, shows: (error as Error).message };
  }
}
