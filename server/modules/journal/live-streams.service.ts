import { Injectable } from "@nestjs/common";
import { DomainError } from "../../shared/errors.js";

/** More pages than anybody looks at. */
const MOST_OF_CREDENTIAL = 12;
/** So that one account's pages leave this process room for the others. */
const MOST_OF_ACCOUNT = 500;

interface LiveStream {
  readonly credential: string;
  readonly close: () => void;
}

/** The live streams this process holds open, by account and by the session or key that opened them. */
@Injectable()
export class LiveStreams {
  private readonly open = new Map<number, Set<LiveStream>>();

  /**
   * @param close ends the stream
   * @returns the call that says it has ended
   * @throws DomainError `live.too_many`
   */
  add(accountId: number, credential: string, close: () => void): () => void {
    const streams = this.open.get(accountId) ?? new Set();
    const own = [...streams].filter((stream) => stream.credential === credential).length;
    if (own >= MOST_OF_CREDENTIAL || streams.size >= MOST_OF_ACCOUNT) throw tooMany();
    const stream = { credential, close };
    this.open.set(accountId, streams.add(stream));
    return () => {
      streams.delete(stream);
      if (streams.size === 0 && this.open.get(accountId) === streams) this.open.delete(accountId);
    };
  }

  /** Closes what a session or key has open here; other processes find out when they ask whether it still holds. */
  endOf(accountId: number, credential: string): void {
    for (const stream of this.open.get(accountId) ?? []) {
      if (stream.credential === credential) stream.close();
    }
  }

  count(): number {
    let count = 0;
    for (const streams of this.open.values()) count += streams.size;
    return count;
  }
}

function tooMany(): DomainError {
  return new DomainError("too_many", "live.too_many", "Too many pages are open at the same time.", {
    remedy: "Close pages of Saldo that nobody looks at.",
  });
}
