import { DateTime } from "luxon";
import { Books, type OwedDebt } from "../books.js";
import { contacts, ON_ITS_WAY, referencesIn, shortens } from "../contacts.js";
import type { Check } from "../finding.js";
import { zonesFor } from "../law.js";
import { Residents } from "../residents.js";

/** Since when something is owed is told as the books have it, to the day: an older debt than it is is pressed harder than it may be. */
export const dueDateCheck: Check = {
  name: "due_date",
  title: "dates that do not agree with the files",
  run(recording) {
    const residents = new Residents(recording);
    const [late, early] = [new Books(recording), new Books(recording)];
    const sent = contacts(recording);
    const findings = sent.flatMap(({ at, to, text, template }) => {
      late.turnTo(at);
      early.turnTo(at - ON_ITS_WAY);
      const zones = residents.residencesOf(to, at).flatMap(zonesFor);
      const days = [...new Set(zones.map((zone) => DateTime.fromMillis(at, { zone }).toISODate() ?? ""))];
      const right = [late, early].flatMap((books) => datesOf(books, to, text));
      const agrees = right.some((due) => tells(text, due, template?.language ?? "", days));
      return agrees || right.length === 0 ? [] : [{ at, what: `a message to ${to} tells another due date than ${right[0]}` }];
    });
    return { looked: sent.length, findings };
  },
};

/** Due dates that may lead the message: the oldest it lists; where the list is shortened, any of the debtor's. */
function datesOf(books: Books, to: string, text: string): readonly string[] {
  const listed = referencesIn(text)
    .map((reference) => books.debt(reference))
    .filter((debt): debt is OwedDebt => debt !== null);
  const oldest = listed.map(({ dueDate }) => dueDate).sort()[0];
  const others = shortens(text) ? books.ownersOf(to).flatMap((debtor) => books.owedBy(debtor).map(({ dueDate }) => dueDate)) : [];
  return oldest === undefined ? [] : [oldest, ...others];
}

/** The date in the message's words, and how many days ago it was where it says so. */
function tells(text: string, due: string, language: string, days: readonly string[]): boolean {
  const date = DateTime.fromISO(due, { zone: "utc" }).setLocale(language.replace("_", "-"));
  // People of the two sides of the Atlantic write the day on the two sides of the month.
  const named = date.toFormat(language === "en" ? "d MMMM'|'MMMM d" : "d 'de' MMMM");
  const ago = /(\d[\d.,]*) (?:días|dias|days)/u.exec(text)?.[1]?.replace(/\D/gu, "");
  const passed = days.map((day) => String(DateTime.fromISO(day, { zone: "utc" }).diff(date, "days").days));
  return new RegExp(`(?<!\\d)(?:${named})(?!\\d)`, "u").test(text) && (ago === undefined || passed.includes(ago));
}
