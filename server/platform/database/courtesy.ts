import { performance } from "node:perf_hooks";
import { setImmediate as turnOfTheLoop, setTimeout as pause } from "node:timers/promises";

/** Milliseconds: work that took longer gives others some time if any came meanwhile. */
const LONG = 20;
const GIVEN = 10;

/**
 * SQLite answers without the event loop ever turning: work of a thousand chunks, such as an import, would keep every request and every
 * timer of the process waiting for its end. So the loop turns after each piece of work; and since a request needs many turns and the
 * one connection again and again, long work during which others came steps back for a moment.
 */
export class Courtesy {
  private came = 0;

  async among<T>(work: () => Promise<T>): Promise<T> {
    const begun = performance.now();
    const mine = ++this.came;
    try {
      return await work();
    } finally {
      if (this.came !== mine && performance.now() - begun > LONG) await pause(GIVEN);
      else await turnOfTheLoop();
    }
  }
}
