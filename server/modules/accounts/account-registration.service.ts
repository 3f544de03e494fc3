import { Injectable } from "@nestjs/common";
import type { ConnectInput } from "../../contract/accounts.contract.js";
import { Clock } from "../../platform/clock/clock.js";
import { Ids } from "../../platform/crypto/ids.js";
import { Entropy } from "../../platform/crypto/randomness.js";
import { Database } from "../../platform/database/database.js";
import { assertSpoken, TEXTS } from "../../platform/words/texts.js";
import { Journal } from "../journal/index.js";
import { AccountDirectory } from "./account-directory.reader.js";
import { AccountStore } from "./account.store.js";
import { AccountEvent } from "./accounts.events.js";
import type { HostInbox, HostUser } from "./helpdesk.port.js";
import { SetupCodes } from "./setup-codes.service.js";

/** Stores whom the set-up code let in. Connecting an account again changes its token and settings. */
@Injectable()
export class AccountRegistration {
  constructor(
    private readonly codes: SetupCodes,
    private readonly directory: AccountDirectory,
    private readonly store: AccountStore,
    private readonly journal: Journal,
    private readonly db: Database,
    private readonly ids: Ids,
    private readonly entropy: Entropy,
    private readonly clock: Clock,
  ) {}

  /** The account is stored before anything is installed: an installation that breaks off can be repaired, orphans in the helpdesk could not. */
  register(input: ConnectInput, hostBaseUrl: string, admin: HostUser, name: string, inbox: HostInbox): Promise<number> {
    assertSpoken(input.locale);
    return this.db.inUnitOfWork("account.connect", async () => {
      await this.codes.use(input.setupCode);
      const now = this.clock.now();
      const settings = {
        name,
        inboxId: inbox.id,
        inboxName: inbox.name,
        locale: input.locale,
        zone: input.zone,
        creditorName: input.creditorName,
        paymentUrl: input.paymentUrl,
        agentsSeeEachOther: false,
        tabFigures: null,
        // Of conversations that wait for a person, in the language of the desk.
        label: TEXTS.text("labels", "person", input.locale),
        declaredAt: now,
      };
      const known = await this.store.byHost(hostBaseUrl, input.hostAccountId);
      const publicId = known?.publicId ?? this.ids.next();
      const accountId =
        known?.id ??
        (await this.store.insert({
          ...settings,
          publicId,
          hostBaseUrl,
          hostAccountId: input.hostAccountId,
          // Filled below: the key that seals them belongs to the row's id.
          tokenSealed: "",
          declaredBySealed: "",
          senderTokenSealed: null,
          webhookKey: this.entropy.token(24),
          webhookSecretSealed: null,
          hostWebhookId: null,
          teamId: null,
          dispatchEnabled: false,
          dispatchStopped: false,
          dispatchChangedAt: null,
          dispatchChangedBy: null,
          createdAt: now,
        }));
      await this.store.update(accountId, {
        ...settings,
        ...(await this.store.sealed(accountId, publicId, "token_sealed", input.accessToken)),
        ...(await this.store.sealed(accountId, publicId, "declared_by_sealed", input.declaration.acceptedBy)),
      });
      const { acceptedBy, ...declaration } = input.declaration;
      this.journal.append(accountId, {
        type: AccountEvent.connected,
        version: 1,
        actor: { kind: "person", accountId, hostUserId: admin.id, role: "administrator" },
        payload: { hostAccount: input.hostAccountId, inbox: inbox.id, declaration, again: known !== null },
        personal: { acceptedBy },
      });
      this.db.afterCommit(() => this.directory.invalidate());
      return accountId;
    });
  }
}
