import type { Clock, TimerHandle } from "./clock.js";

/** What `work` resolves to, or `late` when that takes longer than `ms`. The work itself goes on. */
export async function within<T, L>(clock: Clock, ms: number, work: Promise<T>, late: L): Promise<T | L> {
  let timer: TimerHandle | undefined;
  const timeout = new Promise<L>((resolve) => (timer = clock.at(clock.now() + ms, () => resolve(late))));
  try {
    return await Promise.race([work, timeout]);
  } finally {
    timer?.cancel();
  }
}
