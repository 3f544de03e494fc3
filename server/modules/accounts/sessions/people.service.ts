import { Injectable } from "@nestjs/common";
import type { z } from "zod";
import type { HelpdeskPerson } from "../../../contract/accounts.contract.js";
import { Clock } from "../../../platform/clock/clock.js";
import { Database } from "../../../platform/database/database.js";
import { type Actor, actorRef } from "../../../shared/actor.js";
import { notFound } from "../../../shared/errors.js";
import { Journal } from "../../journal/index.js";
import { AccountEvent } from "../accounts.events.js";
import { ComplianceGrants } from "./compliance-grants.store.js";
import { Roster } from "./roster.service.js";

/** People of the helpdesk account, and who of them holds the role Saldo adds to the helpdesk's two. */
@Injectable()
export class People {
  constructor(
    private readonly roster: Roster,
    private readonly grants: ComplianceGrants,
    private readonly journal: Journal,
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** At most a minute old. @throws DomainError `host.*` when the helpdesk does not answer */
  async list(accountId: number): Promise<z.output<typeof HelpdeskPerson>[]> {
    const users = (await this.roster.recent(accountId)) ?? (await this.roster.read(accountId));
    const holders = await this.grants.holders(accountId);
    return users.map(({ id, name, role }) => ({ hostUserId: id, name, role, compliance: holders.has(id) }));
  }

  /** An administrator may hold the grant, and stays an administrator while being one. @throws DomainError `person.not_found` */
  async setCompliance(accountId: number, actor: Actor, hostUserId: number, granted: boolean): Promise<z.output<typeof HelpdeskPerson>[]> {
    const users = await this.roster.read(accountId);
    if (granted && !users.some((user) => user.id === hostUserId)) {
      throw notFound("person.not_found", "There is no such person in the helpdesk account.", { field: "hostUserId" });
    }
    await this.db.inUnitOfWork("compliance.set", async () => {
      const changed = granted
        ? await this.grants.grant(accountId, hostUserId, actorRef(actor), this.clock.now())
        : await this.grants.withdraw(accountId, hostUserId);
      if (!changed) return;
      this.journal.append(accountId, {
        type: granted ? AccountEvent.complianceGranted : AccountEvent.complianceWithdrawn,
        version: 1,
        actor,
        payload: { user: hostUserId },
      });
    });
    return this.list(accountId);
  }
}
