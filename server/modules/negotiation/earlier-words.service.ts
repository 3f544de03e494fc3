import { Injectable } from "@nestjs/common";
import { Database } from "../../platform/database/database.js";
import { AccountDirectory } from "../accounts/index.js";
import type { HostConversationState, HostMessage } from "../host/index.js";
import { TemplateCatalogue } from "../templates/index.js";
import { mayForbid } from "./domain/earlier.js";
import { ObjectionsHeard } from "./objections-heard.service.js";

/** Reads what debtors wrote before Saldo listened, for objections; each of them counts, whenever it was written, and once. */
@Injectable()
export class EarlierWords {
  constructor(
    private readonly db: Database,
    private readonly accounts: AccountDirectory,
    private readonly templates: TemplateCatalogue,
    private readonly objections: ObjectionsHeard,
  ) {}

  async take(accountId: number, messages: readonly HostMessage[], conversation: HostConversationState): Promise<void> {
    const account = await this.accounts.get(accountId);
    for (const message of messages) {
      if (!mayForbid(message.content, this.templates.languages())) continue;
      await this.db.inUnitOfWork("negotiation.earlier", () => this.objections.earlier(account, message, conversation));
    }
  }
}
