import type { Instant } from "../../../../../shared/instant.js";
import type { Currency } from "../../../../../shared/money.js";
import type { TalliedPeople } from "../../tallies/domain/day-tally.js";
import type { PersonFacts, PersonsTry } from "./person-facts.js";

/** From an instant on somebody is one more of those a measure counts, or one fewer. */
export interface PersonChange {
  readonly measure: TalliedPeople;
  readonly since: Instant;
  readonly total: 1 | -1;
}

const NEVER = Number.POSITIVE_INFINITY;

/**
 * When somebody came to be counted in a period, and when no longer, of its facts alone. Whoever answered was reached and has read; nothing
 * counts of an attempt before it is known. Who promised after answering has agreed; who paid and had agreed has paid by agreement.
 */
export function personChanges(facts: PersonFacts): PersonChange[] {
  const { tries, kept, promises, money } = facts;
  const tried = least(tries, ({ made }) => made);
  const answered = least(tries, (one) => known(one, one.answered));
  const keptBack = least(kept, ({ recorded }) => recorded);
  const firsts: readonly (readonly [TalliedPeople, Instant])[] = [
    ["debtors.attempted", tried],
    ["debtors.delivered", least(tries, (one) => known(one, one.delivered, one.read, one.answered))],
    ["debtors.read", least(tries, (one) => known(one, one.read, one.answered))],
    ["debtors.answering", answered],
  ];
  const changes = firsts.flatMap(([measure, since]) => change(measure, since, 1));
  // Kept back is who was not contacted otherwise.
  if (keptBack < tried) changes.push(...change("debtors.kept_back", keptBack, 1), ...change("debtors.kept_back", tried, -1));
  return promises.length + money.length === 0 ? changes : [...changes, ...agreements(facts, tried, answered)];
}

/** How many more of each measure somebody is at an instant: one or none. */
export function countedAt(facts: PersonFacts, at: Instant): Partial<Record<TalliedPeople, number>> {
  const counts: Partial<Record<TalliedPeople, number>> = {};
  for (const { measure, since, total } of personChanges(facts)) if (since <= at) counts[measure] = (counts[measure] ?? 0) + total;
  return counts;
}

/** What comes and goes: promises are cancelled, and payments taken back. */
function agreements({ promises, money }: PersonFacts, tried: Instant, answered: Instant): PersonChange[] {
  if (tried === NEVER) return [];
  const instants = new Set([
    tried,
    ...(answered === NEVER ? [] : [answered]),
    ...promises.flatMap(({ from, to }) => (to === null ? [from] : [from, to])),
    ...money.map(({ recorded }) => recorded),
  ]);
  const stood = { "debtors.agreed": false, "debtors.paid": false, "debtors.agreed_at_all": false, "debtors.paid_at_all": false };
  const changes: PersonChange[] = [];
  for (const at of [...instants].toSorted((a, b) => a - b)) {
    if (at < tried) continue;
    const promised = promises.some(({ from, to }) => from <= at && (to === null || at < to));
    const paid = hasPaid(money, at);
    const agreed = promised && answered <= at;
    const stands = {
      "debtors.agreed": agreed,
      "debtors.paid": agreed && paid,
      "debtors.agreed_at_all": promised,
      "debtors.paid_at_all": paid,
    };
    for (const measure of Object.keys(stood) as (keyof typeof stood)[]) {
      if (stands[measure] !== stood[measure]) changes.push({ measure, since: at, total: stands[measure] ? 1 : -1 });
      stood[measure] = stands[measure];
    }
  }
  return changes;
}

/** In any currency, after what was taken back in it. */
function hasPaid(money: PersonFacts["money"], at: Instant): boolean {
  const sums = new Map<Currency, number>();
  for (const { currency, minor, recorded } of money) if (recorded <= at) sums.set(currency, (sums.get(currency) ?? 0) + minor);
  return [...sums.values()].some((sum) => sum < 0);
}

function known({ made }: PersonsTry, ...proofs: readonly (Instant | null)[]): Instant {
  return Math.max(
    made,
    least(
      proofs.filter((at) => at !== null),
      (at) => at,
    ),
  );
}

function least<Fact>(facts: readonly Fact[], of: (fact: Fact) => Instant): Instant {
  return facts.reduce((first, fact) => Math.min(first, of(fact)), NEVER);
}

function change(measure: TalliedPeople, since: Instant, total: 1 | -1): PersonChange[] {
  return since === NEVER ? [] : [{ measure, since, total }];
}
