import type { Recording } from "../../days/recording.js";
import { Books } from "../books.js";
import { onHoliday, outsideHours, rulesFor, zonesFor } from "../law.js";
import { Residents } from "../residents.js";
import { dayOf } from "./calendar.js";

const WEEK = 7 * 86_400_000;

/** A message that began a contact, refused or not, and when what became of it was seen; null where it was not. */
export interface Attempt {
  readonly at: number;
  readonly day: string;
  readonly to: string;
  readonly debtor: string;
  /** Inside the hours and days of every place the debtor may live in, on every clock there. */
  readonly lawful: boolean;
  readonly delivered: number | null;
  readonly read: number | null;
  readonly failed: number | null;
  /** The debtor wrote within seven days, before the next attempt. */
  readonly answered: number | null;
}

/** Every attempt, from what reached Meta, what Meta reported and what people wrote. */
export function attemptsOf(recording: Pick<Recording, "sent" | "statuses" | "received" | "files">): readonly Attempt[] {
  const owners = new Books({ ...recording, payments: [], identified: [] });
  const residents = new Residents(recording);
  const firsts = new Map<string, number>();
  for (const { at, messageId, status } of recording.statuses) {
    const key = `${messageId} ${status}`;
    firsts.set(key, Math.min(at, firsts.get(key) ?? at));
  }
  const reported = (id: number, status: string) => firsts.get(`${id} ${status}`) ?? null;
  const all = recording.sent
    .filter(({ kind }) => kind === "template")
    .toSorted((a, b) => a.at - b.at)
    .map(({ id, at, to }) => {
      owners.turnTo(at);
      const [delivered, read] = [reported(id, "delivered"), reported(id, "read")];
      const debtor = owners.ownersOf(to)[0] ?? to;
      const lawful = wasLawful(residents, to, at);
      return { id, at, day: dayOf(at), to, debtor, lawful, delivered: delivered ?? read, read, failed: reported(id, "failed") };
    });
  const answers = answersTo(all, recording);
  return all.map((attempt): Attempt => {
    const answered = answers.get(attempt.id) ?? null;
    const { delivered, read } = attempt;
    return { ...attempt, answered, delivered: earlier(delivered, answered), read: earlier(read, answered) };
  });
}

/** By the helpdesk's id: when it was answered. What one number writes that two debtors gave is nobody's answer. */
function answersTo(
  attempts: readonly { readonly id: number; readonly at: number; readonly debtor: string }[],
  recording: Pick<Recording, "received" | "files">,
): ReadonlyMap<number, number> {
  const owners = new Books({ ...recording, payments: [], identified: [] });
  const answered = new Map<number, number>();
  for (const { at, from } of recording.received.toSorted((a, b) => a.at - b.at)) {
    owners.turnTo(at);
    const [debtor, ...others] = owners.ownersOf(from);
    if (debtor === undefined || others.length > 0) continue;
    const last = attempts.findLast((attempt) => attempt.debtor === debtor && attempt.at <= at);
    if (last && at - last.at <= WEEK && !answered.has(last.id)) answered.set(last.id, at);
  }
  return answered;
}

function earlier(one: number | null, other: number | null): number | null {
  return one === null || other === null ? (one ?? other) : Math.min(one, other);
}

function wasLawful(residents: Residents, to: string, at: number): boolean {
  return residents
    .residencesOf(to, at)
    .every((home) =>
      zonesFor(home).every(
        (zone) =>
          rulesFor(home, "hours").every(({ rule }) => outsideHours(rule.week, at, zone) === null) &&
          rulesFor(home, "holidays").every(({ rule }) => onHoliday(rule, home, at, zone) === null),
      ),
    );
}
