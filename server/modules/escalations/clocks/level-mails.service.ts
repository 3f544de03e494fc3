import { Inject, Injectable } from "@nestjs/common";
import { CONFIG, type Config } from "../../../platform/config/config.js";
import { Clock } from "../../../platform/clock/clock.js";
import { AccountDirectory, MailPeople, type MailPerson, Mails, type MailTo, People } from "../../accounts/index.js";
import type { Told } from "../domain/level/escalation-level.js";
import type { FoldedNotice } from "../domain/level/telling.js";
import type { LevelMarkRecord } from "../escalations.tables.js";
import type { Dossier } from "./case-dossiers.reader.js";
import { levelMail } from "./level-mail.words.js";

/** Who may be told by mail. */
export interface Readers {
  readonly people: readonly MailPerson[];
  /** Helpdesk ids of compliance officers. */
  readonly compliance: ReadonlySet<number>;
}

/** Mails about levels: one to a reader about all that fell together. They name cases, never debtors. */
@Injectable()
export class LevelMails {
  constructor(
    private readonly accounts: AccountDirectory,
    private readonly addresses: MailPeople,
    private readonly people: People,
    private readonly mails: Mails,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @throws DomainError `host.*` when the helpdesk does not answer */
  async readers(accountId: number): Promise<Readers> {
    const compliance = (await this.people.list(accountId)).filter((person) => person.compliance).map(({ hostUserId }) => hostUserId);
    return { people: await this.addresses.list(accountId), compliance: new Set(compliance) };
  }

  /** In the caller's unit of work, which marks what is told. Whoever has no address gets none. */
  async write(
    accountId: number,
    readers: Readers,
    notices: readonly FoldedNotice[],
    levels: ReadonlyMap<string, { readonly mark: LevelMarkRecord; readonly dossier: Dossier }>,
  ): Promise<void> {
    const account = await this.accounts.get(accountId);
    const link = `${this.config.publicUrl}/a/${account.publicId}/today`;
    for (const notice of notices) {
      const named = notice.keys.flatMap((key) => {
        const level = levels.get(key);
        return level && notice.named.includes(level.dossier.row.publicId) ? [level] : [];
      });
      const reader = { locale: account.locale, zone: account.zone, now: this.clock.now() };
      const content = levelMail({ levels: named, more: notice.more, link, name: account.name }, reader);
      const to: MailTo[] = toldPeople(notice.told, readers).flatMap(({ hostUserId, address }) =>
        address === null ? [] : [{ recipient: `user:${hostUserId}`, address, content }],
      );
      // The first level it tells of names it: that level is told once, and so is this.
      await this.mails.write(accountId, { purpose: "escalation", about: notice.keys[0]! }, to);
    }
  }
}

/** The helpdesk does not tell who is in a team: its supervisors are told. Who has left is told through them as well. */
function toldPeople(told: Told, { people, compliance }: Readers): readonly MailPerson[] {
  const supervisors = people.filter(({ role }) => role === "administrator");
  if (told.kind === "agent") {
    const one = people.filter(({ hostUserId }) => `${hostUserId}` === told.user);
    return one.length > 0 ? one : supervisors;
  }
  if (told.kind !== "compliance") return supervisors;
  const officers = people.filter(({ hostUserId }) => compliance.has(hostUserId));
  return officers.length > 0 ? officers : supervisors;
}
