import { dayOf, daysFromTo, type Span } from "./calendar.js";
import { type Debts, openAt } from "./debt-stories.js";
import { type FigureRule, type Reckoned, sum } from "./reckoned.js";

/** Days past due from which a debt is in the next age: it may be due yet, is due today, or is late. */
const AGES = [0, 1, 31, 91];
const PARTS = ["better", "same", "worse", "paid", "written_off", "closed"] as const;
type Part = (typeof PARTS)[number];

/** What one debtor owed in one currency as the days began, and where it went. */
interface Moved {
  readonly currency: string;
  readonly was: number;
  /** Of it what is still owed, in a younger, the same or an older age. */
  readonly kept: number;
  readonly to: "better" | "same" | "worse" | null;
  readonly paid: number;
}

const ageOf = (oldest: string, day: string) => AGES.filter((from) => daysFromTo(oldest, day) >= from).length;

function movedIn({ stories, moves }: Debts, { beginsAt, endsAt }: Span): readonly Moved[] {
  const before = Map.groupBy(openAt(stories, beginsAt), ({ debtor, currency }) => `${debtor} ${currency}`);
  const after = Map.groupBy(openAt(stories, endsAt), ({ debtor, currency }) => `${debtor} ${currency}`);
  const oldest = (debts: readonly { readonly dueDate: string }[]) => debts.map(({ dueDate }) => dueDate).sort()[0] ?? "";
  return [...before].map(([account, debts]): Moved => {
    const now = after.get(account) ?? [];
    const was = sum(debts, ({ balanceMinor }) => balanceMinor);
    const kept = Math.min(
      was,
      sum(now, ({ balanceMinor }) => balanceMinor),
    );
    const { debtor, currency } = debts[0]!;
    const came = moves.filter(
      ({ at, kind, debt, ...move }) =>
        kind !== "hand" && kind !== "stated" && debt?.debtor === debtor && move.currency === currency && at > beginsAt && at <= endsAt,
    );
    const paid = Math.min(
      was - kept,
      sum(came, ({ minor }) => minor),
    );
    const older = now.length === 0 ? null : ageOf(oldest(now), dayOf(endsAt)) - ageOf(oldest(debts), dayOf(beginsAt));
    return { currency, was, kept, paid, to: older === null ? null : older < 0 ? "better" : older === 0 ? "same" : "worse" };
  });
}

/** Each account in one place: where it is, or how it went. */
const placeOf = ({ to, paid }: Moved): Part => to ?? (paid > 0 ? "paid" : "closed");

function partsOf(moved: readonly Moved[]): Readonly<Record<Part, number>> {
  const kept = (part: Part) =>
    sum(
      moved.filter(({ to }) => to === part),
      (one) => one.kept,
    );
  return {
    better: kept("better"),
    same: kept("same"),
    worse: kept("worse"),
    paid: sum(moved, ({ paid }) => paid),
    written_off: 0,
    closed: sum(moved, ({ was, kept: stays, paid }) => was - stays - paid),
  };
}

const share = (currency: string | null, part: Part | null, over: number, under: number): Reckoned => {
  return { currency, part, over: BigInt(over), under: BigInt(under) };
};

function byAmount(facts: Debts, span: Span, parts: readonly Part[], named: boolean): readonly Reckoned[] {
  const moved = movedIn(facts, span);
  return facts.currencies.flatMap((currency) => {
    const own = moved.filter((one) => one.currency === currency);
    const sizes = partsOf(own);
    return parts.map((part) =>
      share(
        currency,
        named ? part : null,
        sizes[part],
        sum(own, ({ was }) => was),
      ),
    );
  });
}

function byAccounts(facts: Debts, span: Span, parts: readonly Part[], named: boolean): readonly Reckoned[] {
  const moved = movedIn(facts, span);
  return parts.map((part) => share(null, named ? part : null, moved.filter((one) => placeOf(one) === part).length, moved.length));
}

/** Where what was owed as the days began is now. */
export const ROLL_FIGURES: readonly FigureRule[] = [
  { id: "roll.rate.amount", reckon: (facts, span) => byAmount(facts, span, ["worse"], false) },
  { id: "roll.rate.accounts", reckon: (facts, span) => byAccounts(facts, span, ["worse"], false) },
  { id: "roll.matrix.amount", reckon: (facts, span) => byAmount(facts, span, PARTS, true) },
  { id: "roll.matrix.accounts", reckon: (facts, span) => byAccounts(facts, span, PARTS, true) },
];
