import { Injectable, type OnModuleInit } from "@nestjs/common";
import { Logger } from "../../platform/observability/logger.js";
import { RecordObservers } from "../journal/index.js";
import { AccountEvent } from "./accounts.events.js";

/** Who has access, and whether Saldo may send: what somebody who watches an installation wants to be told of. */
const OF_SECURITY: ReadonlySet<string> = new Set([
  AccountEvent.connected,
  AccountEvent.sessionStarted,
  AccountEvent.sessionEnded,
  AccountEvent.apiKeyCreated,
  AccountEvent.apiKeyRevoked,
  AccountEvent.complianceGranted,
  AccountEvent.complianceWithdrawn,
  AccountEvent.senderRenewed,
  AccountEvent.dispatchEnabled,
  AccountEvent.dispatchDisabled,
  AccountEvent.dispatchStopped,
  AccountEvent.dispatchResumed,
]);

/**
 * The log's second line of security, beside what was refused: what was granted and changed. `event` is the journal's own name and `ref` the
 * record in which the journal says who it was; the log does not.
 */
@Injectable()
export class SecurityLog implements OnModuleInit {
  constructor(
    private readonly observers: RecordObservers,
    private readonly logger: Logger,
  ) {}

  onModuleInit(): void {
    this.observers.watch(({ accountId, type, recordId }) => {
      if (OF_SECURITY.has(type)) this.logger.info("security.changed", { accountId, event: type, ref: recordId });
    });
  }
}
