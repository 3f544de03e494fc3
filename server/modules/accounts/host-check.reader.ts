import { Inject, Injectable } from "@nestjs/common";
import { CONFIG, type Config } from "../../platform/config/config.js";
import { DomainError } from "../../shared/errors.js";
import type { Account } from "./account.reader.js";
import { AccountDirectory } from "./account-directory.reader.js";
import type { HostTrouble } from "./domain/trouble.js";
import { Helpdesk } from "./helpdesk.port.js";

/** What one look saw: which troubles it would have noticed, and which of them there are. */
export interface Inspection {
  readonly looked: readonly HostTrouble[];
  readonly found: readonly HostTrouble[];
}

/** Looks at the account's place in the helpdesk and changes nothing. Every method throws DomainError `host.*` when the helpdesk does not answer. */
@Injectable()
export class HostCheck {
  constructor(
    private readonly directory: AccountDirectory,
    private readonly helpdesk: Helpdesk,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The stored token, and the inbox it sends from. */
  async access(account: Account): Promise<Inspection> {
    const access = await this.directory.hostAccess(account.id);
    const tokens = ["token_refused", "token_demoted"] as const;
    try {
      const { role } = await this.helpdesk.whoAmI(access.baseUrl, access.hostAccountId, access.token);
      const gone = await this.helpdesk.inboxGone(access, account.inboxId);
      const found: HostTrouble[] = role === "administrator" ? [] : ["token_demoted"];
      if (gone) found.push("inbox_gone");
      return { looked: [...tokens, "inbox_gone"], found };
    } catch (error) {
      if (isRefusal(error)) return { looked: tokens, found: ["token_refused"] };
      throw error;
    }
  }

  /** Whether the token messages are sent with is taken. */
  async sender(accountId: number): Promise<Inspection> {
    const accepted = await this.helpdesk.senderAccepted(await this.directory.senderAccess(accountId));
    return { looked: ["sender_refused"], found: accepted ? [] : ["sender_refused"] };
  }

  /** Whether what Saldo has made is still there. */
  async installed(account: Account): Promise<Inspection> {
    const { teamId, label, publicId } = account;
    const tabUrl = `${this.config.publicUrl}/a/${publicId}/tab`;
    const missing = await this.helpdesk.missing(await this.directory.hostAccess(account.id), { teamId, label, tabUrl });
    return { looked: ["team_missing", "label_missing", "tab_missing"], found: missing.map((what) => `${what}_missing` as const) };
  }
}

/** The token itself is refused, as opposed to a helpdesk that does not answer. */
export function isRefusal(error: unknown): boolean {
  if (!(error instanceof DomainError)) return false;
  return error.kind === "unauthenticated" || error.kind === "forbidden" || error.code === "host.token_refused";
}
