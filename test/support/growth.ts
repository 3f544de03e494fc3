/** Below this nothing is said of how a time grows: it is the machine's, or the compiler's. */
const NOTICEABLE_MS = 40;
const SHORTEST_MS = 1;
const SMALL = 2_000;
const FACTOR = 8;
/** Eight times the input takes a linear reader eight times as long and a quadratic one sixty-four. */
const STILL_LINEAR = 24;
const TRIES = 4;

/**
 * Whether the time of `work` grows faster than its input. Tidying up and compiling make single measurements longer, never shorter, so the
 * best of a few on either side is compared, and only where the larger one is long at all.
 * @param work with an input made as large as it is told
 */
export function growsFasterThanItsInput(work: (size: number) => void): boolean {
  if (doublesWithEachSign(work)) return true;
  let large = Infinity;
  let small = Infinity;
  for (let attempt = 0; attempt < TRIES; attempt++) {
    large = Math.min(
      large,
      timeOf(() => work(SMALL * FACTOR)),
    );
    if (large < NOTICEABLE_MS) return false;
    small = Math.min(
      small,
      timeOf(() => work(SMALL)),
    );
    if (large < Math.max(small, SHORTEST_MS) * STILL_LINEAR) return false;
  }
  return true;
}

/** What does would never come to an end with more. */
function doublesWithEachSign(work: (size: number) => void): boolean {
  for (const size of [16, 20, 24]) {
    let best = Infinity;
    for (let attempt = 0; attempt < TRIES && best > NOTICEABLE_MS; attempt++)
      best = Math.min(
        best,
        timeOf(() => work(size)),
      );
    if (best > NOTICEABLE_MS) return true;
  }
  return false;
}

/** Of the processor and of this thread alone: what else the machine does makes it no longer. */
function timeOf(work: () => void): number {
  const before = threadTime();
  work();
  return threadTime() - before;
}

/** Milliseconds of the processor that this thread has had. */
export function threadTime(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

/** Signs that patterns repeat: alone, and in pairs that end one of them. */
const SIGNS = " 01aAeET.,:;-+/'\"()[]\\_*$|=\n\r\t\u00a0\u0301\u200b".split("");
const PAIRS = ["0.", "1,", " 1", "1 ", "a ", "0 0", ".0", "\u0301\u0316", '""', '";', "T1", ", ", "1:"];
const FRAMES = [
  ["", ""],
  ["1", "1"],
  ["0,", "1"],
  ["a", "!"],
  ['"', "x"],
  ["", "x"],
] as const;

/** Texts of a size that make patterns try over and over. */
export function* hostileTexts(): Generator<{ readonly name: string; readonly of: (size: number) => string }> {
  for (const pump of [...SIGNS, ...PAIRS]) {
    for (const [before, after] of FRAMES) {
      yield {
        name: JSON.stringify(`${before}${pump}…${after}`),
        of: (size) => before + pump.repeat(Math.ceil(size / pump.length)) + after,
      };
    }
  }
}

/** The first hostile text that a reader chokes on. */
export function chokesOn(read: (text: string) => unknown): string | null {
  for (const { name, of } of hostileTexts()) if (growsFasterThanItsInput((size) => void read(of(size)))) return name;
  return null;
}
