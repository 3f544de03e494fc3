import { styleText } from "node:util";

const SLOWEST = 10;

/** Stages as they end, a table at the end, and as the very last line the count that tools read. */
export class Report {
  #stages = [];
  #warnings = [];

  /** Runs one stage; what it throws is one failed test. */
  async stage(name, work) {
    const started = performance.now();
    let counts;
    try {
      counts = await work();
    } catch (error) {
      console.error(error.message);
      counts = { passed: 0, failed: 1, skipped: 0 };
    }
    const stage = { name, ...counts, seconds: (performance.now() - started) / 1000 };
    this.#stages.push(stage);
    console.error(describe(stage));
    return counts;
  }

  /** A line nobody should miss: said now and again above the table. */
  warn(text) {
    const line = styleText(["bold", "yellow"], `!! ${text}`);
    this.#warnings.push(line);
    console.error(line);
  }

  /** Prints everything; @returns the exit code. */
  finish() {
    const sum = (key) => this.#stages.reduce((total, stage) => total + stage[key], 0);
    const [passed, failed, skipped] = ["passed", "failed", "skipped"].map(sum);
    this.#tellSlowest();
    console.log();
    for (const line of [...this.#stages.map(describe), ...this.#warnings]) console.log(line);
    console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`);
    return failed > 0 ? 1 : 0;
  }

  /** Where the suite's time goes, so that it is seen before it is too much. */
  #tellSlowest() {
    const files = this.#stages.flatMap(({ name, files: own = [] }) => own.map((file) => ({ ...file, name })));
    if (files.length <= SLOWEST) return;
    console.log(`\nThe ${SLOWEST} slowest of ${files.length} files:`);
    for (const { path, seconds, name } of files.sort((a, b) => b.seconds - a.seconds).slice(0, SLOWEST)) {
      console.log(`${`${seconds.toFixed(1)} s`.padStart(8)}  ${path} (${name})`);
    }
  }
}

function describe({ name, passed, failed, skipped, seconds }) {
  const mark = failed > 0 ? styleText("red", "✗") : styleText("green", "✓");
  const counts = `${passed} passed${failed > 0 ? `, ${failed} failed` : ""}${skipped > 0 ? `, ${skipped} skipped` : ""}`;
  return `${mark} ${name.padEnd(16)} ${`${seconds.toFixed(1)} s`.padStart(8)}   ${counts}`;
}
