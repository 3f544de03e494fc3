import { Injectable } from "@nestjs/common";
import type { SignedIn } from "../../../shared/actor.js";
import { AccountDirectory } from "../../accounts/index.js";
import { type CutFilter, filtersIn, ownAgentsOnly } from "./domain/cut-filter.js";

/** What a reader may see of other agents: an agent none of them, until the account lets agents see each other. */
@Injectable()
export class AgentSight {
  constructor(private readonly accounts: AccountDirectory) {}

  /** What `where` says, of what the reader may see. @throws DomainError as `filtersIn` */
  async filters(reader: SignedIn, where: string | undefined): Promise<CutFilter[]> {
    return ownAgentsOnly(filtersIn(where), (await this.seesAll(reader)) ? null : this.own(reader));
  }

  async seesAll(reader: SignedIn): Promise<boolean> {
    if (reader.kind !== "person" || reader.role !== "agent") return true;
    return (await this.accounts.get(reader.accountId)).agentsSeeEachOther;
  }

  /** The reader as cuts name agents; null for a machine. */
  own(reader: SignedIn): string | null {
    return reader.kind === "person" ? String(reader.hostUserId) : null;
  }
}
