import { setImmediate as turnOfTheLoop } from "node:timers/promises";

/** Turns for those who came meanwhile: about as many as a request asks the database. */
const GIVEN = 10;

/**
 * SQLite answers without the event loop ever turning: work of a thousand chunks, such as an import, would keep every request and every
 * timer of the process waiting for its end. So the loop turns after each piece of work; and since a request needs many turns and the
 * one connection again and again, work during which others came steps back for some. Turns and no time: what happens next in stepped time
 * must not depend on how fast the machine is.
 */
export class Courtesy {
  private came = 0;

  async among<T>(work: () => Promise<T>): Promise<T> {
    const mine = ++this.came;
    try {
      return await work();
    } finally {
      const turns = this.came === mine ? 1 : GIVEN;
      for (let turn = 0; turn < turns; turn++) await turnOfTheLoop();
    }
  }
}
