import { DateTime } from "luxon";
import { contacts, reached, referencesIn } from "../contacts.js";
import type { Check } from "../finding.js";
import { zonesFor } from "../law.js";
import { Residents } from "../residents.js";
import { dayIn } from "../spoken-days.js";

const NO_REMINDERS = /no le enviaremos recordatorios|não enviaremos lembretes/u;

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
