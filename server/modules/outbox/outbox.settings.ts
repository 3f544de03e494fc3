import { MINUTE } from "../../shared/instant.js";
import type { Config } from "../../platform/config/config.js";

/** The safety times of sending, all in milliseconds. */
export interface OutboxSettings {
  /** From giving up on a request to the first look: longer than the helpdesk can still be working on it. */
  readonly settleMs: number;
  readonly secondLookMs: number;
  readonly sendTimeoutMs: number;
  /** The window is closed to new cadence messages this long before the law closes it. */
  readonly closingMarginMs: number;
  readonly pollMs: number;
  /** Messages a second to the helpdesk. */
  readonly rate: number;
  readonly batch: number;
  /** Requests in flight at once. */
  readonly parallel: number;
}

export const OUTBOX_SETTINGS = Symbol("OutboxSettings");

export function outboxSettings(config: Config): OutboxSettings {
  return {
    settleMs: config.settleMs,
    secondLookMs: config.secondLookMs,
    sendTimeoutMs: config.sendTimeoutMs,
    closingMarginMs: 5 * MINUTE,
    pollMs: config.pollMs,
    rate: config.hostRate,
    batch: 50,
    parallel: 8,
  };
}
