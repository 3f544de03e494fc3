/** What may be to blame where few attempts are answered, as guides name them: the numbers, the hour, or the text. */
export const CONTACT_CAUSES = ["number", "hour", "template"] as const;
export type ContactCause = (typeof CONTACT_CAUSES)[number];

/** Attempts that share an hour of a weekday and a template, and what became of them. */
export interface TriedGroup {
  /** 1 is Monday. */
  readonly weekday: number;
  readonly hour: number;
  readonly template: string | null;
  readonly attempts: number;
  /** An answer proves a delivery. */
  readonly delivered: number;
  readonly answered: number;
  /** Failed because nobody is at the number. */
  readonly invalid: number;
  /** Neither arrived nor failed for longer than a message takes. */
  readonly silent: number;
}

/** One hour of a weekday, or one template, beside all the others. */
export interface LaggingGroup {
  readonly weekday: number | null;
  readonly hour: number | null;
  readonly template: string | null;
  readonly delivered: number;
  readonly answered: number;
  readonly others: { readonly delivered: number; readonly answered: number };
}

export interface Suspect {
  readonly cause: ContactCause;
  /** Answers that would have come, had what lags done as the others did: an estimate. */
  readonly missed: number;
  /** What lags, the most missed first; empty for the numbers. */
  readonly groups: readonly LaggingGroup[];
}

export interface ContactDiagnosis {
  /** `too_few`: nobody can say yet. `even`: contact is low, and nothing of the three stands out. */
  readonly state: "well" | "too_few" | "found" | "even";
  readonly attempts: number;
  readonly delivered: number;
  readonly answered: number;
  readonly invalid: number;
  readonly silent: number;
  /** Answers that lack to the bound; 0 where none do. */
  readonly lacking: number;
  /** The most missed first. */
  readonly suspects: readonly Suspect[];
  readonly leading: ContactCause | null;
}

/** Fewer say nothing of a desk. */
export const LEAST_ATTEMPTS = 100;
/** Fewer say nothing of an hour or a text. */
export const LEAST_IN_GROUP = 20;
/** Standard errors between a group and the others: one in two hundred by chance, because many groups are compared. */
const FAR = 2.58;
/** A cause that explains less of what lacks is none that anybody should work on first. */
const LEAST_SHARE = 0.1;

/**
 * Says which of the three is most to blame for a low rate of answers, from what was counted. The numbers: attempts that reached nobody, had they been
 * answered as those that arrived. An hour or a template: those that arrived in it, had they been answered as all others, where the difference is no chance.
 * @param floor share of attempts, 0 to 1, below which contact is low
 */
export function diagnoseContact(groups: readonly TriedGroup[], floor: number): ContactDiagnosis {
  const sum = (part: (group: TriedGroup) => number) => groups.reduce((total, group) => total + part(group), 0);
  const [attempts, delivered, answered] = [sum((g) => g.attempts), sum((g) => g.delivered), sum((g) => g.answered)];
  const [invalid, silent] = [sum((g) => g.invalid), sum((g) => g.silent)];
  const lacking = Math.max(0, Math.ceil(floor * attempts - answered - 1e-9));
  const counted = { attempts, delivered, answered, invalid, silent, lacking };
  if (attempts < LEAST_ATTEMPTS) return { ...counted, state: "too_few", suspects: [], leading: null };
  if (lacking === 0) return { ...counted, state: "well", suspects: [], leading: null };
  const suspects = [
    { cause: "number" as const, missed: delivered === 0 ? 0 : ((invalid + silent) * answered) / delivered, groups: [] },
    lagging("hour", groups, ({ weekday, hour }) => `${weekday} ${hour}`),
    lagging("template", groups, ({ template }) => template ?? ""),
  ].toSorted((a, b) => b.missed - a.missed);
  const [first] = suspects;
  // Where nothing that was sent arrived, there is no rate to compare with, and nothing else to blame.
  if (delivered === 0)
    return { ...counted, state: invalid + silent > 0 ? "found" : "even", suspects, leading: invalid + silent > 0 ? "number" : null };
  const found = first !== undefined && first.missed >= lacking * LEAST_SHARE && first.missed >= 1;
  return { ...counted, state: found ? "found" : "even", suspects, leading: found ? first.cause : null };
}

function lagging(cause: "hour" | "template", groups: readonly TriedGroup[], keyOf: (group: TriedGroup) => string): Suspect {
  const all = totalOf(groups);
  const found: { readonly missed: number; readonly group: LaggingGroup }[] = [];
  for (const alike of Map.groupBy(groups, keyOf).values()) {
    const { delivered, answered } = totalOf(alike);
    const others = { delivered: all.delivered - delivered, answered: all.answered - answered };
    if (delivered < LEAST_IN_GROUP || others.delivered < LEAST_IN_GROUP) continue;
    if (!lags({ delivered, answered }, others)) continue;
    const [one] = alike;
    const named =
      cause === "hour"
        ? { weekday: one!.weekday, hour: one!.hour, template: null }
        : { weekday: null, hour: null, template: one!.template };
    const missed = (delivered * others.answered) / others.delivered - answered;
    found.push({ missed, group: { ...named, delivered, answered, others } });
  }
  found.sort((a, b) => b.missed - a.missed);
  return { cause, missed: found.reduce((total, { missed }) => total + missed, 0), groups: found.map(({ group }) => group) };
}

type Arrived = Pick<TriedGroup, "delivered" | "answered">;

const totalOf = (groups: readonly TriedGroup[]): Arrived => ({
  delivered: groups.reduce((sum, group) => sum + group.delivered, 0),
  answered: groups.reduce((sum, group) => sum + group.answered, 0),
});

/** Two shares compared by the error of their difference, pooled. */
function lags(group: Arrived, others: Arrived): boolean {
  const pooled = (group.answered + others.answered) / (group.delivered + others.delivered);
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / group.delivered + 1 / others.delivered));
  if (error === 0) return false;
  return others.answered / others.delivered - group.answered / group.delivered > FAR * error;
}
