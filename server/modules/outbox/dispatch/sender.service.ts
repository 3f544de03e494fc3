import { Inject, Injectable } from "@nestjs/common";
import pLimit from "p-limit";
import { Clock } from "../../../platform/clock/clock.js";
import { type Account, AccountDirectory } from "../../accounts/index.js";
import { HostApi, type SendOutcome } from "../../host/index.js";
import { setbackOf } from "../domain/setback.js";
import type { Claimed } from "./intents.service.js";
import { OUTBOX_SETTINGS, type OutboxSettings } from "../outbox.settings.js";
import { SwitchWatch } from "./switch-watch.service.js";

/** What became of one claimed message; `not_sent`: our own check stopped it before the first byte. */
export type Sent = {
  readonly claimed: Claimed;
  readonly outcome: SendOutcome | { readonly kind: "not_created"; readonly reason: "not_sent"; readonly status: null };
};

function notSent(claimed: Claimed): Sent {
  return { claimed, outcome: { kind: "not_created", reason: "not_sent", status: null } };
}

/** Steps two and three of the send protocol: a last local check, then one POST, never repeated. */
@Injectable()
export class Sender {
  constructor(
    private readonly clock: Clock,
    private readonly host: HostApi,
    private readonly accounts: AccountDirectory,
    private readonly watch: SwitchWatch,
    @Inject(OUTBOX_SETTINGS) private readonly settings: OutboxSettings,
  ) {}

  /**
   * Sends each message once, a few at a time, and hands every outcome to `record` as soon as it is known. One that cannot be sent or recorded
   * keeps nobody from the others; it stays `sending`, and the reconciler finds out.
   * @throws what the first of them failed with, when all have had their turn
   */
  async sendAll(account: Account, claimed: readonly Claimed[], record: (sent: Sent) => Promise<void>): Promise<void> {
    // What was refused for the account's sake would be refused to the others too: they stay planned, untried.
    let setback = false;
    const failures: unknown[] = [];
    const deliver = async (next: Claimed) => {
      try {
        const sent: Sent = setback ? notSent(next) : await this.send(account, next);
        setback ||= setbackOf(sent.outcome) !== null;
        await record(sent);
      } catch (error) {
        failures.push(error);
      }
    };
    await pLimit(this.clock.atOnce(this.settings.parallel)).map(claimed, deliver);
    if (failures.length > 0) throw failures[0];
  }

  private async send(account: Account, claimed: Claimed): Promise<Sent> {
    const mayGo = async () =>
      this.clock.monotonic() < claimed.deadline &&
      this.clock.now() < claimed.notAfter &&
      (await this.watch.mayDispatch(account.id)) &&
      this.clock.monotonic() < claimed.deadline;
    if (!(await mayGo())) return notSent(claimed);
    const { composed } = claimed;
    const access = await this.accounts.senderAccess(account.id);
    const outcome = await this.host.postMessage(
      access,
      {
        conversationId: claimed.conversationId,
        content: composed.text,
        ref: claimed.ref,
        ...(composed.template ? { template: composed.template } : {}),
        ...(composed.buttons ? { buttons: composed.buttons } : {}),
      },
      Math.max(1, Math.min(this.settings.sendTimeoutMs, claimed.deadline - this.clock.monotonic())),
    );
    return { claimed, outcome };
  }
}
