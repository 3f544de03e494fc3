/** @param {readonly number[]} values */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Each run of one side against the run of the other beside it: whatever else the machine did then met both. */
export function compare(side, other) {
  const ratios = side.map(({ ms }, run) => ms / other[run].ms);
  return { ratio: median(ratios), least: Math.min(...ratios), most: Math.max(...ratios) };
}

/** `1.62 (1.55–1.71)` */
export function ratioText({ ratio, least, most }) {
  return `${rounded(ratio)} (${rounded(least)}–${rounded(most)})`;
}

/** `41.2 s, at least 39.8 s; processor 20.1 s; 182 MB` */
export function runsText(runs) {
  const of = (key) => runs.map((run) => run[key]);
  const memory = Math.round(Math.max(...of("peakMb")));
  return `${seconds(median(of("ms")))}, at least ${seconds(Math.min(...of("ms")))}; processor ${seconds(median(of("cpuMs")))}; at most ${memory} MB`;
}

export function seconds(ms) {
  return `${(ms / 1000).toFixed(ms < 10_000 ? 2 : 1)} s`;
}

/** Two decimals: nobody measures more on a shared machine. */
export function rounded(value) {
  return Math.round(value * 100) / 100;
}
