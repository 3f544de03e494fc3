import type { MetricFigure } from "@/api/types";

const plain = (text: string) => text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();

/** Figures whose name, number, sentence or formula holds every word that was typed; case and accents do not matter. */
export function findFigures(figures: readonly MetricFigure[], typed: string): MetricFigure[] {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  return figures.filter((figure) => {
    const text = plain(textOf(figure));
    return words.every((word) => text.includes(word));
  });
}

function textOf({ name, metrics }: MetricFigure): string {
  const parts = metrics.flatMap((metric) => [
    metric.name,
    metric.number ?? "",
    metric.text,
    ...[...metric.numerator, ...(metric.denominator ?? [])].map((term) => term.name),
  ]);
  return [name, ...parts].join(" ");
}
