import type { StageId } from "../../../../shared/stage.js";
import type { CaseReason } from "../case-reason.js";
import type { QueueGroup } from "./queue-order.js";

/** Whose cases are looked at. */
export const QUEUE_SCOPES = ["mine", "team", "unowned", "all"] as const;
export type QueueScope = (typeof QUEUE_SCOPES)[number];

/** Who looks, and who belongs to the team that gets cases. */
export interface Viewer {
  readonly hostUserId: number | null;
  /** Helpdesk users of the teams this person is in; null where the helpdesk does not answer: then nobody is left out. */
  readonly colleagues: ReadonlySet<number> | null;
}

/** What belongs to a view: the team's are its people's and nobody's. */
export function isInView(owner: number | null, view: QueueScope, { hostUserId, colleagues }: Viewer): boolean {
  switch (view) {
    case "mine":
      return owner !== null && owner === hostUserId;
    case "unowned":
      return owner === null;
    case "team":
      return owner === null || owner === hostUserId || (colleagues?.has(owner) ?? true);
    case "all":
      return true;
  }
}

export interface QueueFilter {
  /** One that nobody knows fits no case: a filter is never passed over. */
  readonly reason?: string | undefined;
  readonly stage?: StageId | undefined;
  readonly group?: QueueGroup | undefined;
  readonly currency?: string | undefined;
}

export interface Filterable {
  readonly reason: CaseReason;
  readonly stage: StageId | null;
  readonly group: QueueGroup;
  readonly currencies: readonly string[];
}

export function passes(one: Filterable, { reason, stage, group, currency }: QueueFilter): boolean {
  return (
    (reason === undefined || one.reason === reason) &&
    (stage === undefined || one.stage === stage) &&
    (group === undefined || one.group === group) &&
    (currency === undefined || one.currencies.includes(currency))
  );
}
