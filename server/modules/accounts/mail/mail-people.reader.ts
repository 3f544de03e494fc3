import { Injectable } from "@nestjs/common";
import { Roster } from "../sessions/roster.service.js";

export interface MailPerson {
  readonly hostUserId: number;
  readonly name: string;
  readonly role: "administrator" | "agent";
  /** Null where the helpdesk tells none. */
  readonly address: string | null;
}

/** People of the helpdesk account with the addresses the helpdesk knows them by. */
@Injectable()
export class MailPeople {
  constructor(private readonly roster: Roster) {}

  /** At most a minute old. @throws DomainError `host.*` when the helpdesk does not answer */
  async list(accountId: number): Promise<MailPerson[]> {
    const users = (await this.roster.recent(accountId)) ?? (await this.roster.read(accountId));
    return users.map(({ id, name, role, email }) => ({ hostUserId: id, name, role, address: email?.includes("@") ? email : null }));
  }
}
