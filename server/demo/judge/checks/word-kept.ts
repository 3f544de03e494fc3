import { DateTime } from "luxon";
import { contacts, reached, referencesIn } from "../contacts.js";
import type { Check } from "../finding.js";
import { zonesFor } from "../law.js";
import { Residents } from "../residents.js";

const NO_REMINDERS = /no le enviaremos recordatorios|não enviaremos lembretes/u;
const MONTHS: Readonly<Record<"es" | "pt", readonly string[]>> = { es: monthsIn("es"), pt: monthsIn("pt-BR") };

/** Who was told that no reminder comes before a day gets none before it. */
export const wordKeptCheck: Check = {
  name: "word_kept",
  title: "reminders before the day that was agreed",
  run(recording) {
    const residents = new Residents(recording);
    const opening = new Set(contacts(recording));
    /** By number and account: the day that was named last. */
    const agreed = new Map<string, string>();
    let looked = 0;
    const findings = reached(recording).flatMap((message) => {
      const { at, to, text } = message;
      if (!opening.has(message)) {
        const day = NO_REMINDERS.test(text) ? dayIn(text, at) : null;
        if (day !== null) for (const reference of referencesIn(text)) agreed.set(`${to}/${reference}`, day);
        if (day !== null) looked += 1;
        return [];
      }
      const zones = residents.residencesOf(to, at).flatMap(zonesFor);
      const today =
        zones
          .map((zone) => DateTime.fromMillis(at, { zone }).toISODate() ?? "")
          .sort()
          .at(-1) ?? "";
      return referencesIn(text)
        .map((reference) => ({ reference, day: agreed.get(`${to}/${reference}`) ?? "" }))
        .filter(({ day }) => today < day)
        .map(({ reference, day }) => ({ at, what: `a message to ${to} about ${reference}, of which none was to come before ${day}` }));
    });
    return { looked, findings };
  },
};

/** The day a text names, next after it was written unless it names the year; ISO. */
function dayIn(text: string, at: number): string | null {
  const [, day, month, year] = /(\d{1,2}) de (\p{Ll}+)(?: de (\d{4}))?/u.exec(text) ?? [];
  const index = [MONTHS.es, MONTHS.pt].map((names) => names.indexOf(month ?? "")).find((found) => found >= 0);
  if (day === undefined || index === undefined) return null;
  const written = DateTime.fromMillis(at, { zone: "utc" });
  const named = DateTime.utc(Number(year ?? written.year), index + 1, Number(day));
  return (year === undefined && named < written.minus({ days: 2 }) ? named.plus({ years: 1 }) : named).toISODate();
}

function monthsIn(locale: string): readonly string[] {
  return Array.from({ length: 12 }, (_, month) =>
    DateTime.utc(2026, month + 1, 1)
      .setLocale(locale)
      .toFormat("MMMM"),
  );
}
