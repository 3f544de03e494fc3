import { Inject, Injectable } from "@nestjs/common";
import type { z } from "zod";
import type { ConnectInput, ConnectResult } from "../../contract/accounts.contract.js";
import type { Locale } from "../../contract/common.contract.js";
import { Clock } from "../../platform/clock/clock.js";
import { CONFIG, type Config } from "../../platform/config/config.js";
import { Ids } from "../../platform/crypto/ids.js";
import { Entropy } from "../../platform/crypto/randomness.js";
import { Database } from "../../platform/database/database.js";
import { forbidden, invalid } from "../../shared/errors.js";
import { isKnownZone } from "../../shared/zone.js";
import { Journal } from "../journal/index.js";
import { AccountDirectory } from "./account-directory.js";
import { AccountStore } from "./account.store.js";
import { AccountEvent } from "./accounts.events.js";
import { Helpdesk, type HostAccess, type HostInbox, type HostUser } from "./helpdesk.port.js";
import { HostInstallation } from "./host-installation.service.js";
import { SetupCodes } from "./setup-codes.js";

/** Label of conversations that wait for a person, in the language of the desk. */
const LABELS: Record<Locale, string> = { en: "saldo-person", es: "saldo-persona", "pt-BR": "saldo-pessoa" };

/** Connects helpdesk accounts. Connecting one again changes its token and settings and repairs what is missing in the helpdesk. */
@Injectable()
export class Connection {
  constructor(
    private readonly codes: SetupCodes,
    private readonly directory: AccountDirectory,
    private readonly store: AccountStore,
    private readonly helpdesk: Helpdesk,
    private readonly installation: HostInstallation,
    private readonly journal: Journal,
    private readonly db: Database,
    private readonly ids: Ids,
    private readonly entropy: Entropy,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * @throws DomainError `setup_code.refused`, `account.not_an_administrator`, `account.zone_unknown`, `host.*`; a step that fails in the
   * helpdesk after the account is stored is reported in `steps` instead
   */
  async connect(input: ConnectInput): Promise<z.output<typeof ConnectResult>> {
    // Before anything else: without the code nobody makes this server speak to an address.
    await this.codes.check(input.setupCode);
    if (!isKnownZone(input.zone)) {
      throw invalid("account.zone_unknown", `"${input.zone}" is not a time zone.`, {
        field: "zone",
        remedy: "Use an IANA name such as America/Bogota.",
      });
    }
    const baseUrl = new URL(input.hostUrl).origin;
    const access: HostAccess = { accountId: 0, baseUrl, hostAccountId: input.hostAccountId, token: input.accessToken };
    const admin = await this.helpdesk.whoAmI(baseUrl, input.hostAccountId, input.accessToken);
    if (admin.role !== "administrator") {
      throw forbidden("account.not_an_administrator", "This access token belongs to an agent.", {
        field: "accessToken",
        remedy: "Use the access token of an administrator of the helpdesk account.",
      });
    }
    const name = await this.helpdesk.accountName(access);
    const inbox = chooseInbox(await this.helpdesk.whatsappInboxes(access), input.inboxId);
    const accountId = await this.save(input, baseUrl, admin, name, inbox);
    const { steps } = await this.installation.install(accountId);
    const { publicId } = await this.directory.get(accountId);
    return { account: publicId, panelUrl: `${this.config.publicUrl}/a/${publicId}`, steps: [...steps] };
  }

  /** The account is stored before anything is installed: an installation that breaks off can be repaired, orphans in the helpdesk could not. */
  private save(input: ConnectInput, hostBaseUrl: string, admin: HostUser, name: string, inbox: HostInbox): Promise<number> {
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
        label: LABELS[input.locale],
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

function chooseInbox(inboxes: readonly HostInbox[], wanted: number | undefined): HostInbox {
  const choices = inboxes.map((inbox) => `${inbox.id} (${inbox.name}${inbox.phoneNumber ? `, ${inbox.phoneNumber}` : ""})`).join(", ");
  if (inboxes.length === 0) {
    throw invalid("account.no_whatsapp_inbox", "The helpdesk account has no WhatsApp inbox.", {
      field: "inboxId",
      remedy: "Add a WhatsApp inbox in the helpdesk's settings and connect again.",
    });
  }
  const [only] = inboxes;
  const chosen = wanted === undefined && inboxes.length === 1 ? only : inboxes.find((inbox) => inbox.id === wanted);
  if (chosen) return chosen;
  throw invalid(
    wanted === undefined ? "account.several_inboxes" : "account.inbox_unknown",
    wanted === undefined
      ? `The helpdesk account has several WhatsApp inboxes: ${choices}.`
      : `Inbox ${wanted} is not a WhatsApp inbox of the account; there are: ${choices}.`,
    { field: "inboxId", remedy: "Give the number of the inbox that writes to debtors.", params: { choices } },
  );
}
