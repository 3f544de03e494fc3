import { Injectable } from "@nestjs/common";
import type { ReportSchedulesPage } from "../../../../contract/kpis/report-schedules.contract.js";
import { Clock } from "../../../../platform/clock/clock.js";
import { MailServer } from "../../../../platform/mail/mail-server.port.js";
import { toIso } from "../../../../shared/instant.js";
import { REPORT_KINDS, type ReportKind } from "../../../../shared/report-kind.js";
import { type Account, AccountDirectory, MailPeople, type MailPerson } from "../../../accounts/index.js";
import { reportDays } from "../domain/report-kind.js";
import { HOLIDAY_COUNTRIES } from "./domain/country-holidays.js";
import { nextSlot } from "./domain/report-slot.js";
import { RecipientAddress } from "./recipient-address.service.js";
import { type ReportRecipient, type ReportSchedule, ReportSchedulesStore } from "./report-schedules.store.js";
import { timingOf } from "./scheduled-reports.service.js";

/** What a kind has that nobody has scheduled: the hour after which a desk begins, and nobody. */
const UNSCHEDULED = { enabled: 0, minute: 7 * 60, working_days: 1, holidays_of: null, pdf: 1, xlsx: 0 } as const;

type Timing = Pick<ReportSchedule, "kind" | "enabled" | "minute" | "working_days" | "holidays_of" | "pdf" | "xlsx">;

/** Which reports go out by themselves, when the next one does and who gets it. */
@Injectable()
export class ReportSchedulesView {
  constructor(
    private readonly clock: Clock,
    private readonly accounts: AccountDirectory,
    private readonly people: MailPeople,
    private readonly addresses: RecipientAddress,
    private readonly store: ReportSchedulesStore,
    private readonly server: MailServer,
  ) {}

  /** @throws DomainError `host.*` when the helpdesk does not answer */
  async show(accountId: number): Promise<ReportSchedulesPage> {
    const account = await this.accounts.get(accountId);
    const people = await this.people.list(accountId);
    const schedules = await this.store.all(accountId);
    const recipients = await this.store.recipients(accountId);
    const items: ReportSchedulesPage["items"] = [];
    for (const kind of REPORT_KINDS) {
      const own = recipients.filter((row) => row.kind === kind);
      const schedule: Timing = schedules.find((row) => row.kind === kind) ?? { kind, ...UNSCHEDULED };
      items.push({
        ...this.timed(account, kind, schedule),
        recipients: await Promise.all(own.map((row) => this.recipient(accountId, row, people))),
      });
    }
    return {
      mail: this.server.configured,
      zone: account.zone,
      countries: [...HOLIDAY_COUNTRIES],
      items,
      people: people.map(({ hostUserId, name, role, address }) => ({ hostUserId, name, role, reachable: address !== null })),
    };
  }

  private timed(account: Account, kind: ReportKind, schedule: Timing) {
    const next = schedule.enabled === 1 ? nextSlot(timingOf(account, schedule), this.clock.now()) : null;
    const { minute } = schedule;
    return {
      kind,
      enabled: schedule.enabled === 1,
      at: `${two(Math.floor(minute / 60))}:${two(minute % 60)}`,
      workingDays: schedule.working_days === 1,
      holidaysOf: schedule.holidays_of,
      pdf: schedule.pdf === 1,
      xlsx: schedule.xlsx === 1,
      next: next === null ? null : { at: toIso(next.at), ...daysOf(reportDays(kind, account.zone, next.day)) },
    };
  }

  private async recipient(accountId: number, row: ReportRecipient, people: readonly MailPerson[]) {
    const person = people.find(({ hostUserId }) => row.recipient === `user:${hostUserId}`);
    const outside = row.address_sealed !== null;
    return {
      id: row.public_id,
      hostUserId: outside ? null : Number(row.recipient.slice("user:".length)),
      name: row.address_sealed === null ? (person?.name ?? "") : await this.addresses.open(accountId, row.public_id, row.address_sealed),
      outside,
      lang: row.lang,
      reachable: outside || (person?.address ?? null) !== null,
    };
  }
}

const two = (part: number) => String(part).padStart(2, "0");
const daysOf = ({ from, to }: { readonly from: string; readonly to: string }) => ({ from, to });
