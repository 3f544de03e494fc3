import { Inject, Injectable } from "@nestjs/common";
import type { z } from "zod";
import type { ConnectInput, ConnectResult } from "../../contract/accounts.contract.js";
import { CONFIG, type Config } from "../../platform/config/config.js";
import { forbidden, invalid } from "../../shared/errors.js";
import { isKnownZone } from "../../shared/zone.js";
import { AccountRegistration } from "./account-registration.service.js";
import { AccountDirectory } from "./account-directory.reader.js";
import { Helpdesk, type HostAccess, type HostInbox } from "./helpdesk.port.js";
import { HostInstallation } from "./host-installation.service.js";
import { SetupCodes } from "./setup-codes.service.js";

/** Connects helpdesk accounts. Connecting one again changes its token and settings and repairs what is missing in the helpdesk. */
@Injectable()
export class Connection {
  constructor(
    private readonly codes: SetupCodes,
    private readonly directory: AccountDirectory,
    private readonly helpdesk: Helpdesk,
    private readonly registration: AccountRegistration,
    private readonly installation: HostInstallation,
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
    const accountId = await this.registration.register(input, baseUrl, admin, name, inbox);
    const { steps } = await this.installation.install(accountId);
    const { publicId } = await this.directory.get(accountId);
    return { account: publicId, panelUrl: `${this.config.publicUrl}/a/${publicId}`, steps: [...steps] };
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
