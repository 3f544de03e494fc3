import { Injectable } from "@nestjs/common";
import { WRITTEN_CHANNEL } from "../../shared/channel.js";
import type { Actor } from "../../shared/actor.js";
import type { Instant } from "../../shared/instant.js";
import { OptOuts } from "../policy/index.js";
import { Consents } from "../portfolio/index.js";
import { Cancellation } from "./cancellation.service.js";

const actor: Actor = { kind: "debtor" };

/** Where a debtor objected, and what the consent's record then names as its source: in the chat, or in WhatsApp itself. */
const CONSENT_SOURCE = { chat: "reply", whatsapp: "whatsapp_stop" } as const;

export interface Objection {
  readonly at: Instant;
  readonly source: keyof typeof CONSENT_SOURCE;
}

/** Closes WhatsApp for a debtor who does not want to be written to, however that became known. */
@Injectable()
export class Objections {
  constructor(
    private readonly optOuts: OptOuts,
    private readonly consents: Consents,
    private readonly cancellation: Cancellation,
  ) {}

  /** In the caller's unit of work, which holds the debtor's lock. A second time changes nothing. */
  async record(accountId: number, debtorId: number, { at, source }: Objection): Promise<void> {
    await this.optOuts.record(accountId, { debtorId, channel: WRITTEN_CHANNEL, at, source, actor });
    await this.consents.withdraw(accountId, debtorId, WRITTEN_CHANNEL, CONSENT_SOURCE[source], at, actor);
    await this.cancellation.cancelPlanned(accountId, debtorId, "opted_out", actor);
  }
}
