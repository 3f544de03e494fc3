import type { CaseFacts, PolicyEntry, PolicyMatch, PolicyVersion } from "./escalation-policy.js";

/** The first entry from the top that matches; null where none does, which a valid version's last entry rules out. */
export function matchPolicy({ entries }: PolicyVersion, facts: CaseFacts): PolicyEntry | null {
  return entries.find(({ match }) => matches(match, facts)) ?? null;
}

/** Whether it holds for every case there may be. */
export function matchesAll(match: PolicyMatch): boolean {
  return Object.values(match).every((part) => part === undefined);
}

function matches(match: PolicyMatch, facts: CaseFacts): boolean {
  const { atLeast } = match;
  return (
    names(match.reasons, facts.reason) &&
    names(match.stages, facts.stage) &&
    names(match.currencies, facts.currency) &&
    names(match.channels, facts.channel) &&
    names(match.languages, facts.language) &&
    (match.debtorKind === undefined || match.debtorKind === facts.debtorKind) &&
    (match.segments === undefined || match.segments.some((segment) => facts.segments.includes(segment))) &&
    (atLeast === undefined || (facts.amount !== null && facts.currency === atLeast.currency && facts.amount >= atLeast.amount))
  );
}

function names<T>(list: readonly T[] | undefined, value: T | null): boolean {
  return list === undefined || (value !== null && list.includes(value));
}
