import { Injectable } from "@nestjs/common";
import { AccountDirectory, Helpdesk, MailPeople } from "../../accounts/index.js";
import type { DeskKnown } from "../domain/policy/policy-faults.js";

interface Named {
  readonly id: string;
  readonly name: string;
}

export interface Desk {
  readonly people: readonly Named[];
  readonly teams: readonly Named[];
}

/** Whom a level may tell: the people and teams the helpdesk has now. */
@Injectable()
export class DeskReader {
  constructor(
    private readonly accounts: AccountDirectory,
    private readonly people: MailPeople,
    private readonly helpdesk: Helpdesk,
  ) {}

  /** @throws DomainError `host.*` when the helpdesk does not answer */
  async of(accountId: number): Promise<Desk> {
    const people = await this.people.list(accountId);
    const teams = await this.helpdesk.teams(await this.accounts.hostAccess(accountId));
    return {
      people: people.map(({ hostUserId, name }) => ({ id: `${hostUserId}`, name })),
      teams: teams.map(({ id, name }) => ({ id: `${id}`, name })),
    };
  }
}

export function knownAt({ people, teams }: Desk): DeskKnown {
  return { users: new Set(people.map(({ id }) => id)), teams: new Set(teams.map(({ id }) => id)) };
}
