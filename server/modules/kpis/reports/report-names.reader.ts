import { Injectable } from "@nestjs/common";
import { MailPeople } from "../../accounts/index.js";
import { SegmentsReader } from "../../segmentation/index.js";

/** What people call those whom a report names by their numbers and keys. */
export interface ReportNaming {
  /** By number of the helpdesk. */
  readonly people: ReadonlyMap<string, string>;
  /** By key; without a name where the account gave none. */
  readonly segments: ReadonlyMap<string, string | null>;
}

export const NO_NAMES: ReportNaming = { people: new Map(), segments: new Map() };

/** Names are told as they are when a report is read: its data holds none, so that it stays the same whatever somebody is called. */
@Injectable()
export class ReportNames {
  constructor(
    private readonly people: MailPeople,
    private readonly segments: SegmentsReader,
  ) {}

  /** Without the helpdesk people are told by their numbers. */
  async of(accountId: number): Promise<ReportNaming> {
    const people = await this.people.list(accountId).catch(() => []);
    const segments = await this.segments.byKey(accountId);
    return {
      people: new Map(people.map(({ hostUserId, name }) => [String(hostUserId), name])),
      segments: new Map([...segments].map(([key, { name }]) => [key, name])),
    };
  }
}
