import { MINUTE } from "../../shared/instant.js";

export interface ThrottleLimits {
  /** Requests per minute and client address; the sandbox has one client. */
  readonly requestsPerMinute: number | null;
  /** `contacts/search` per minute and account. */
  readonly contactSearchesPerMinute: number | null;
}

export const HOST_LIMITS: ThrottleLimits = { requestsPerMinute: 3_000, contactSearchesPerMinute: 100 };

/** The host's rack-attack: fixed windows of a clock minute. Off unless switched on, since a real host exempts 127.0.0.1. */
export class Throttles {
  private limits: ThrottleLimits = { requestsPerMinute: null, contactSearchesPerMinute: null };
  private window = -1;
  private readonly counts = new Map<string, number>();

  set(limits: Partial<ThrottleLimits>): void {
    this.limits = { ...this.limits, ...limits };
  }

  exceeded(path: string, now: number): boolean {
    const window = Math.floor(now / MINUTE);
    if (window !== this.window) {
      this.window = window;
      this.counts.clear();
    }
    const search = /^\/api\/v1\/accounts\/(\d+)\/contacts\/search$/u.exec(path);
    const tooManySearches = search ? this.over(`search/${search[1]}`, this.limits.contactSearchesPerMinute) : false;
    return this.over("all", this.limits.requestsPerMinute) || tooManySearches;
  }

  private over(key: string, limit: number | null): boolean {
    if (limit === null) return false;
    const count = (this.counts.get(key) ?? 0) + 1;
    this.counts.set(key, count);
    return count > limit;
  }
}
