import { Injectable } from "@nestjs/common";
import { Clock } from "../../../platform/clock/clock.js";
import { MINUTE } from "../../../shared/instant.js";
import { AccountDirectory, Helpdesk, People } from "../../accounts/index.js";

interface Known {
  readonly members: ReadonlySet<number> | null;
  /** Monotonic. */
  readonly until: number;
}

/** Names of the account's people, and who is in the team that gets its cases. Neither keeps the queue from being shown. */
@Injectable()
export class Colleagues {
  private readonly teams = new Map<number, Known>();

  constructor(
    private readonly accounts: AccountDirectory,
    private readonly helpdesk: Helpdesk,
    private readonly people: People,
    private readonly clock: Clock,
  ) {}

  /** By helpdesk user; empty where the helpdesk does not answer. */
  async names(accountId: number): Promise<ReadonlyMap<number, string>> {
    const people = await this.people.list(accountId).catch(() => []);
    return new Map(people.map(({ hostUserId, name }) => [hostUserId, name]));
  }

  /** @throws DomainError `host.*` when the helpdesk does not answer */
  async works(accountId: number, hostUserId: number): Promise<boolean> {
    return (await this.people.list(accountId)).some((person) => person.hostUserId === hostUserId);
  }

  /** At most a minute old. Null where no team gets cases, nobody is in it yet, or the helpdesk does not answer. */
  async team(accountId: number): Promise<ReadonlySet<number> | null> {
    const { teamId } = await this.accounts.get(accountId);
    if (teamId === null) return null;
    const known = this.teams.get(accountId);
    if (known && this.clock.monotonic() < known.until) return known.members;
    const access = await this.accounts.hostAccess(accountId);
    const members = await this.helpdesk.teamMembers(access, teamId).catch(() => null);
    if (members === null) return null;
    const team = { members: members.length === 0 ? null : new Set(members), until: this.clock.monotonic() + MINUTE };
    this.teams.set(accountId, team);
    return team.members;
  }
}
