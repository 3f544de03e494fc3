import { Injectable } from "@nestjs/common";
import type { Actor } from "../../shared/actor.js";
import type { Instant } from "../../shared/instant.js";
import { Ids } from "../../platform/crypto/ids.js";
import { Database } from "../../platform/database/database.js";
import { Journal } from "../journal/index.js";
import type { Channel } from "./rules.js";
import { policyEvents } from "./policy.events.js";
import { OPT_OUT, type PolicyTables } from "./policy.tables.js";

/** Opt-outs, journalled in the caller's transaction. */
@Injectable()
export class OptOuts {
  constructor(
    private readonly db: Database,
    private readonly ids: Ids,
    private readonly journal: Journal,
  ) {}

  /** @returns whether it is a new one; a second "stop" while the first is in force changes nothing */
  async record(
    accountId: number,
    optOut: { debtorId: number; channel: Channel | "all"; at: Instant; source: "chat" | "whatsapp" | "agent" | "import"; actor: Actor },
  ): Promise<boolean> {
    const inForce = await this.db
      .typed<PolicyTables>()
      .selectFrom(OPT_OUT)
      .select("id")
      .where("account_id", "=", accountId)
      .where("debtor_id", "=", optOut.debtorId)
      .where("channel", "in", [optOut.channel, "all"])
      .where("ended_at", "is", null)
      .executeTakeFirst();
    if (inForce) return false;
    const publicId = this.ids.next();
    await this.db.insert(OPT_OUT, [
      {
        account_id: accountId,
        public_id: publicId,
        debtor_id: optOut.debtorId,
        channel: optOut.channel,
        at: optOut.at,
        ended_at: null,
        source: optOut.source,
      },
    ]);
    this.journal.append(accountId, {
      type: policyEvents.optOutRecorded,
      version: 1,
      actor: optOut.actor,
      debtorId: optOut.debtorId,
      payload: { id: publicId, channel: optOut.channel, source: optOut.source },
      at: optOut.at,
    });
    return true;
  }
}
