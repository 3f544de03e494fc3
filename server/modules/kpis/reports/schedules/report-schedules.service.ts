import { Injectable } from "@nestjs/common";
import { Clock } from "../../../../platform/clock/clock.js";
import { Ids } from "../../../../platform/crypto/ids.js";
import { Database } from "../../../../platform/database/database.js";
import { type Actor, actorRef } from "../../../../shared/actor.js";
import { conflict, invalid, notFound } from "../../../../shared/errors.js";
import type { Locale } from "../../../../shared/locale.js";
import type { ReportKind } from "../../../../shared/report-kind.js";
import { MailPeople } from "../../../accounts/index.js";
import { Journal } from "../../../journal/index.js";
import { kpisEvents } from "../../kpis.events.js";
import { HOLIDAY_COUNTRIES } from "./domain/country-holidays.js";
import { RecipientAddress } from "./recipient-address.service.js";
import { type ReportRecipient, type ReportSchedule, ReportSchedulesStore } from "./report-schedules.store.js";

export interface ScheduleAsked {
  readonly enabled: boolean;
  /** Minute of the account's day. */
  readonly minute: number;
  readonly workingDays: boolean;
  /** Country on whose holidays it waits; null: it does not. */
  readonly holidaysOf: string | null;
  readonly pdf: boolean;
  readonly xlsx: boolean;
  readonly people: readonly { readonly hostUserId: number; readonly lang: Locale }[];
}

/** Which reports go out by themselves, and to whom. Off until somebody is chosen. */
@Injectable()
export class ReportSchedules {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly people: MailPeople,
    private readonly addresses: RecipientAddress,
    private readonly store: ReportSchedulesStore,
    private readonly journal: Journal,
  ) {}

  /**
   * People of the account replace those there were; addresses outside stay. What fell due before it was turned on is not sent.
   * @throws DomainError `report.nobody_chosen`, `report.holidays_unknown`, `report.person_unknown`, `report.person_unreachable`
   */
  async set(accountId: number, kind: ReportKind, asked: ScheduleAsked, actor: Actor): Promise<void> {
    await this.checkPeople(accountId, asked.people);
    if (asked.holidaysOf !== null && !HOLIDAY_COUNTRIES.includes(asked.holidaysOf)) throw holidaysUnknown(asked.holidaysOf);
    await this.db.inUnitOfWork("report.schedule", async () => {
      const now = this.clock.now();
      const before = (await this.store.all(accountId)).find((row) => row.kind === kind);
      const recipients = (await this.store.recipients(accountId)).filter((row) => row.kind === kind);
      const outside = recipients.filter(isOutside);
      if (asked.enabled && asked.people.length + outside.length === 0) throw nobodyChosen();
      for (const { recipient } of recipients) {
        if (!outside.some((row) => row.recipient === recipient)) await this.store.remove(accountId, kind, recipient);
      }
      await this.store.add(
        asked.people.map(({ hostUserId, lang }) => this.row(accountId, kind, `user:${hostUserId}`, null, lang, this.ids.next(), actor)),
      );
      const { enabled, minute, workingDays, holidaysOf, pdf, xlsx } = asked;
      await this.store.set({
        account_id: accountId,
        kind,
        enabled: enabled ? 1 : 0,
        minute,
        working_days: workingDays ? 1 : 0,
        holidays_of: holidaysOf,
        pdf: pdf ? 1 : 0,
        xlsx: xlsx ? 1 : 0,
        since: enabled && before !== undefined && goesOn(before, asked) ? before.since : now,
        made_from: before?.made_from ?? null,
        changed_by: actorRef(actor),
      });
      const people = asked.people.map(({ hostUserId }) => hostUserId);
      this.record(accountId, kpisEvents.reportScheduled, actor, { kind, enabled, minute, workingDays, holidaysOf, pdf, xlsx, people });
    });
  }

  /** Lets a kind of report leave the account. @throws DomainError `report.recipient_twice` */
  async allowOutside(
    accountId: number,
    kind: ReportKind,
    { address, lang, reason }: { readonly address: string; readonly lang: Locale; readonly reason: string },
    actor: Actor,
  ): Promise<void> {
    await this.db.inUnitOfWork("report.allow", async () => {
      const known = (await this.store.recipients(accountId)).filter((row) => row.kind === kind);
      for (const { public_id, address_sealed } of known) {
        if (address_sealed === null) continue;
        const other = await this.addresses.open(accountId, public_id, address_sealed);
        if (other.toLowerCase() === address.toLowerCase()) throw recipientTwice();
      }
      const publicId = this.ids.next();
      const recipient = `outside:${publicId}`;
      const sealed = await this.addresses.seal(accountId, publicId, address);
      await this.store.add([this.row(accountId, kind, recipient, sealed, lang, publicId, actor)]);
      this.record(accountId, kpisEvents.reportLetOut, actor, { kind, to: recipient }, { note: reason, address });
    });
  }

  /** @throws DomainError `report.recipient_not_found`, `report.nobody_left` where nobody would be left to a schedule that is on */
  async removeOutside(accountId: number, kind: ReportKind, publicId: string, actor: Actor): Promise<void> {
    await this.db.inUnitOfWork("report.keep_in", async () => {
      const recipients = (await this.store.recipients(accountId)).filter((row) => row.kind === kind);
      const gone = recipients.find((row) => row.public_id === publicId && isOutside(row));
      if (!gone) throw notFound("report.recipient_not_found", "There is no such recipient.");
      const on = (await this.store.all(accountId)).some((row) => row.kind === kind && row.enabled === 1);
      if (on && recipients.length === 1) throw nobodyLeft();
      await this.store.remove(accountId, kind, gone.recipient);
      this.record(accountId, kpisEvents.reportKeptIn, actor, { kind, to: gone.recipient });
    });
  }

  private async checkPeople(accountId: number, people: ScheduleAsked["people"]): Promise<void> {
    if (people.length === 0) return;
    const known = new Map((await this.people.list(accountId)).map((person) => [person.hostUserId, person]));
    for (const { hostUserId } of people) {
      const person = known.get(hostUserId);
      if (!person) throw notFound("report.person_unknown", "This person is not in the helpdesk account.", { field: "people" });
      if (person.address === null)
        throw invalid("report.person_unreachable", "The helpdesk knows no address of this person.", { field: "people" });
    }
    if (new Set(people.map(({ hostUserId }) => hostUserId)).size < people.length) throw recipientTwice();
  }

  private row(
    accountId: number,
    kind: ReportKind,
    recipient: string,
    sealed: string | null,
    lang: Locale,
    publicId: string,
    actor: Actor,
  ): Omit<ReportRecipient, "id"> {
    const added = { added_at: this.clock.now(), added_by: actorRef(actor) };
    return { account_id: accountId, public_id: publicId, kind, recipient, address_sealed: sealed, lang, ...added };
  }

  private record(accountId: number, type: string, actor: Actor, payload: Payload, personal?: Payload): void {
    this.journal.append(accountId, { type, version: 1, actor, payload, ...(personal ? { personal } : {}) });
  }
}

type Payload = Parameters<Journal["append"]>[1]["payload"];

const isOutside = ({ recipient }: ReportRecipient) => recipient.startsWith("outside:");

/** A schedule that is on and keeps its time owes what has fallen due; another hour begins anew. */
function goesOn(before: ReportSchedule, asked: ScheduleAsked): boolean {
  return before.enabled === 1 && before.minute === asked.minute && before.working_days === (asked.workingDays ? 1 : 0);
}

function nobodyChosen() {
  return invalid("report.nobody_chosen", "A report that goes out by itself needs somebody who gets it.", {
    field: "people",
    remedy: "Choose a person of the account, or let it go to an address outside.",
  });
}

function nobodyLeft() {
  return conflict("report.nobody_left", "Nobody would get this report any more.", { remedy: "Turn the schedule off first." });
}

function recipientTwice() {
  return conflict("report.recipient_twice", "This recipient gets the report already.");
}

function holidaysUnknown(country: string) {
  return invalid("report.holidays_unknown", `The holidays of ${country} are not known.`, {
    field: "holidaysOf",
    remedy: `Name one of ${HOLIDAY_COUNTRIES.join(", ")}, or none.`,
  });
}
