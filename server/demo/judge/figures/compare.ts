import type { AskedFigures, Recording, SaidFigure } from "../../days/recording.js";
import { spanOf } from "./calendar.js";
import { CONTACT_FIGURES, PROMISE_FIGURES } from "./contact-figures.js";
import { MONEY_FIGURES } from "./money-figures.js";
import { OWED_FIGURES, TIME_FIGURES } from "./owed-figures.js";
import { factsOf, type FigureRule, type Reckoned } from "./reckoned.js";
import { ROLL_FIGURES } from "./roll-figures.js";

/** Every figure of which the doors tell enough to add it up without Saldo. */
export const JUDGED_FIGURES: readonly FigureRule[] = [
  ...OWED_FIGURES,
  ...MONEY_FIGURES,
  ...TIME_FIGURES,
  ...CONTACT_FIGURES,
  ...PROMISE_FIGURES,
  ...ROLL_FIGURES,
];

/** A figure as Saldo says it beside what was added up anew, both as `over/under`; `none` where there is no figure. */
export interface Compared {
  readonly id: string;
  /** Days the figure is of, both included, and the instant it was asked for as it was known at. */
  readonly from: string;
  readonly to: string;
  readonly asOf: number;
  readonly currency: string | null;
  readonly part: string | null;
  readonly said: string;
  readonly reckoned: string;
  readonly agrees: boolean;
}

/** Every figure that can be judged, at every instant Saldo was asked. */
export function compareFigures(recording: Recording): readonly Compared[] {
  const facts = factsOf(recording);
  return recording.asked.flatMap((asked) =>
    JUDGED_FIGURES.flatMap(({ id, reckon }) => {
      const reckoned = reckon(facts, spanOf(asked));
      const said = asked.figures.filter((figure) => figure.id === id);
      const others = said.filter((figure) => !reckoned.some((one) => same(one, figure)));
      return [
        ...reckoned.map((one) => compared(id, asked, one, said.find((figure) => same(one, figure)) ?? null)),
        ...others.map((figure) => compared(id, asked, { ...figure, over: 0n, under: 0n }, figure)),
      ];
    }),
  );
}

function same(one: Pick<Reckoned, "currency" | "part">, figure: SaidFigure): boolean {
  // A figure of parts that has none of them has no value in any.
  return one.currency === figure.currency && (one.part === figure.part || (figure.state !== "value" && figure.part === null));
}

function compared(id: string, { from, to, asOf }: AskedFigures, one: Reckoned, figure: SaidFigure | null): Compared {
  const { currency, part, over, under } = one;
  const fraction =
    figure === null || figure.state !== "value" ? null : { over: BigInt(figure.numerator!), under: BigInt(figure.denominator!) };
  // A currency in which nothing was counted may be left out: there is nothing of it.
  const nothing = under <= 0n || (figure === null && over === 0n);
  const agrees = fraction === null ? nothing : !nothing && over * fraction.under === fraction.over * under;
  const text = (share: { readonly over: bigint; readonly under: bigint } | null) =>
    share === null || share.under <= 0n ? "none" : `${share.over}/${share.under}`;
  return { id, from, to, asOf, currency, part, said: text(fraction), reckoned: text(one), agrees };
}
