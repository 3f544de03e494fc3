import { Injectable } from "@nestjs/common";
import { LookupHash } from "../../../platform/crypto/lookup-hash.js";
import type { Instant } from "../../../shared/instant.js";
import { numberOf } from "../domain/whatsapp-id.js";
import type { HostConversationRow } from "./host-conversation.entity.js";

/** How a conversation's number is kept: as the hash debtors are looked up by, whichever spelling the helpdesk knows the line under. */
@Injectable()
export class SeenNumbers {
  constructor(private readonly lookup: LookupHash) {}

  /** @param key see `phoneKey` */
  hashOf(accountId: number, key: string): string {
    return this.lookup.of(accountId, "phone", key);
  }

  /** What a conversation's WhatsApp id says of its number: nothing when it is not told, or that of a username. */
  seen(accountId: number, whatsappId: string | null, now: Instant): Pick<HostConversationRow, "sourceIdHash" | "sourceIdSeenAt"> {
    const key = whatsappId === null ? null : numberOf(whatsappId);
    return key === null ? { sourceIdHash: null, sourceIdSeenAt: null } : { sourceIdHash: this.hashOf(accountId, key), sourceIdSeenAt: now };
  }
}
