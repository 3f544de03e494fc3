import { DateTime } from "luxon";
import type { Recording, SentMessage } from "../../days/recording.js";
import { amountsIn } from "../amounts.js";
import { Books } from "../books.js";
import { reached, referencesIn, shortens } from "../contacts.js";
import { onHoliday, rulesFor, zonesFor } from "../law.js";
import { Residents } from "../residents.js";
import { dayIn } from "../spoken-days.js";
import { dayOf, daysAfter } from "./calendar.js";
import type { Debts } from "./debt-stories.js";

/** A promise as it was confirmed to the debtor. */
export interface TellPromise {
  readonly at: number;
  readonly day: string;
  readonly debtor: string;
  readonly currency: string;
  readonly minor: number;
  readonly references: readonly string[];
  /** The day it is for, and two banking days more. */
  readonly lastDay: string;
  /** The end of that day wherever the debtor may live. */
  readonly overAt: number;
  /** When another took its place, or the debtor objected; null where neither happened. */
  readonly endedAt: number | null;
}

const CONFIRMED = /^(?:Queda registrado: usted pagará|Registrado: o pagamento)/u;
const GRACE = 2;

/** Every promise, from the confirmations that reached the debtors. */
export function promisesOf(recording: Pick<Recording, "sent" | "received" | "files" | "payments" | "identified">): readonly TellPromise[] {
  const books = new Books(recording);
  const residents = new Residents(recording);
  const confirmed = reached(recording).filter(({ text, kind }) => kind !== "template" && CONFIRMED.test(text));
  const made = confirmed.flatMap((message) => {
    books.turnTo(message.at);
    return madeIn(message, books, residents);
  });
  return made.map((promise) => ({ ...promise, endedAt: endOf(promise, made, recording, books) }));
}

type Made = Omit<TellPromise, "endedAt">;

function madeIn({ at, to, text }: SentMessage, books: Books, residents: Residents): Made[] {
  const dueDate = dayIn(text, at);
  const debtor = books.ownersOf(to)[0];
  const listed = referencesIn(text);
  const leading = listed.map((reference) => books.debt(reference)).find((debt) => debt !== null);
  if (dueDate === null || debtor === undefined || !leading) return [];
  return amountsIn(text).map(({ currency: named, minor }) => {
    const currency = named ?? leading.currency;
    const owed = books.owedBy(debtor).filter((debt) => debt.currency === currency);
    const references = shortens(text)
      ? owed.map(({ reference }) => reference)
      : owed.map(({ reference }) => reference).filter((one) => listed.includes(one));
    const homes = residents.residencesOf(to, at);
    const lastDay = graceAfter(dueDate, homes);
    const overAt = Math.max(
      ...homes.flatMap(zonesFor).map((zone) => DateTime.fromISO(lastDay, { zone }).plus({ days: 1 }).startOf("day").toMillis()),
    );
    return { at, day: dayOf(at), debtor, currency, minor, references, lastDay, overAt };
  });
}

/** Two days on which banks work wherever the debtor may live. */
function graceAfter(dueDate: string, homes: ReturnType<Residents["residencesOf"]>): string {
  let day = dueDate;
  for (let left = GRACE; left > 0;) {
    day = daysAfter(day, 1);
    const noon = DateTime.fromISO(`${day}T12:00`, { zone: "utc" });
    const closed = homes.some((home) =>
      rulesFor(home, "holidays").some(({ rule }) => onHoliday(rule, home, noon.toMillis(), "utc") !== null),
    );
    if (noon.weekday <= 5 && !closed) left--;
  }
  return day;
}

/** Replaced by a newer one in its currency, or overtaken by the debtor's objection, while it was waited for. */
function endOf(promise: Made, all: readonly Made[], { received }: Pick<Recording, "received">, books: Books): number | null {
  const waited = (at: number) => promise.at < at && at < promise.overAt;
  const newer = all.filter((other) => other.debtor === promise.debtor && other.currency === promise.currency && waited(other.at));
  const objections = received.filter(
    ({ at, from, meant }) =>
      (meant === "dispute" || meant === "wrong_person") && waited(at) && books.ownersOf(from).includes(promise.debtor),
  );
  const ends = [...newer, ...objections].map(({ at }) => at);
  return ends.length === 0 ? null : Math.min(...ends);
}

/** What came for it in time, by the days money counts for, as it was known at an instant; at most what was promised. */
export function paidFor(promise: TellPromise, { moves }: Pick<Debts, "moves">, knownAt: number): number {
  const came = moves.filter(
    (move) =>
      move.debt !== null &&
      promise.references.includes(move.debt.reference) &&
      move.at > promise.at &&
      move.at <= knownAt &&
      move.minor > 0 &&
      dayOf(move.since) <= promise.lastDay,
  );
  return Math.min(
    promise.minor,
    came.reduce((sum, { minor }) => sum + minor, 0),
  );
}
