import type { FigureSeriesView, FilteredFigures, FiguresView, FigureValue } from "@/api/types";

/** A figure's value: the currency's own where it is made of amounts, else the only one. */
export function figureOf(view: FiguresView | undefined, id: string, currency: string | undefined): FigureValue | undefined {
  const values = view?.figures.find((figure) => figure.id === id)?.values ?? [];
  return values.find((value) => value.currency === currency) ?? values.find((value) => value.currency === null);
}

/** By what a figure was to be filtered and cannot be, in words; undefined where it can. */
export function uncutOf(view: FiguresView | FilteredFigures | undefined, id: string): string | undefined {
  if (view === undefined || !("where" in view)) return undefined;
  const names = view.figures.find((one) => one.id === id)?.notBy.map(({ name }) => name) ?? [];
  return names.join(", ") || undefined;
}

/** The last periods of a figure, oldest first; undefined where a period has none. */
export function pointsOf(view: FigureSeriesView | undefined, id: string, currency: string | undefined): (number | undefined)[] {
  const points = view?.series.find((one) => one.id === id)?.points ?? [];
  return points.map(({ values }) => {
    const value = values.find((one) => one.currency === currency) ?? values.find((one) => one.currency === null);
    return value?.text == null ? undefined : Number(value.text);
  });
}
