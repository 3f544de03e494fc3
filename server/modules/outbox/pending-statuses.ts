import { Injectable } from "@nestjs/common";
import { DAY } from "../../shared/instant.js";
import { Clock } from "../../platform/clock/clock.js";
import { PendingStatuses } from "../host/index.js";
import { OutboxStore } from "./outbox.store.js";

/** A message that has not been read after this long will not be told of any more; re-reading it is waste. */
const LOOK_BACK = 3 * DAY;

@Injectable()
export class OutboxPendingStatuses extends PendingStatuses {
  constructor(
    private readonly store: OutboxStore,
    private readonly clock: Clock,
  ) {
    super();
  }

  pending(accountId: number, limit: number): Promise<{ conversationId: number; hostMessageId: number }[]> {
    return this.store.awaitingStatus(accountId, this.clock.now() - LOOK_BACK, limit);
  }
}
