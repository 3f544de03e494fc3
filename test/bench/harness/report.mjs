import { cpus, totalmem } from "node:os";
import { rounded } from "./figures.mjs";

/** What the figures were measured on. */
export function machine(database) {
  const [cpu] = cpus();
  const memory = `${Math.round(totalmem() / 1024 ** 3)} GB`;
  return `${cpus().length} × ${cpu?.model.trim() ?? "unknown processor"}, ${memory}, Node ${process.versions.node}, ${database}`;
}

/**
 * Says which targets were met and prints the last line: one JSON object for tools. A missed target is exit code 1.
 * @param {{ bench: string, ratios: Record<string, number>, figures?: Record<string, number>, targets: Record<string, { max: number } | { min: number }> }} result
 *   each target names a ratio or a figure
 */
export function conclude({ bench, ratios, figures = {}, targets }) {
  const values = { ...ratios, ...figures };
  const met = ([name, { min = -Infinity, max = Infinity }]) => values[name] >= min && values[name] <= max;
  for (const target of Object.entries(targets)) {
    const [name, { min, max }] = target;
    console.log(`${met(target) ? "✓" : "✗"} ${name} ${rounded(values[name])}, ${max === undefined ? `at least ${min}` : `at most ${max}`}`);
  }
  const ok = Object.entries(targets).every(met);
  console.log(JSON.stringify({ bench, ratios: all(ratios), targets, ok, figures: all(figures) }));
  if (!ok) process.exitCode = 1;
}

function all(values) {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, rounded(value)]));
}
