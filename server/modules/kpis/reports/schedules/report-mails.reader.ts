import { Inject, Injectable } from "@nestjs/common";
import type { ReportData } from "../../../../contract/kpis/reports.contract.js";
import { CONFIG, type Config } from "../../../../platform/config/config.js";
import type { Locale } from "../../../../shared/locale.js";
import { type Account, type MailContent, MailPeople, type MailTo } from "../../../accounts/index.js";
import { ReportPages } from "../report-page.words.js";
import type { NewReport } from "../reports.service.js";
import { ReportNames } from "../report-names.reader.js";
import { ReportBytes } from "../report-bytes.reader.js";
import { RecipientAddress } from "./recipient-address.service.js";
import { type ReportSchedule, ReportSchedulesStore } from "./report-schedules.store.js";

/** A report as each recipient gets it: in the recipient's language, with the files that were chosen. */
@Injectable()
export class ReportMails {
  constructor(
    private readonly store: ReportSchedulesStore,
    private readonly people: MailPeople,
    private readonly addresses: RecipientAddress,
    private readonly pages: ReportPages,
    private readonly bytes: ReportBytes,
    private readonly names: ReportNames,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Whoever has left the helpdesk, or has no address there any more, gets none. @throws DomainError `host.*` when the helpdesk does not answer */
  async of(account: Account, schedule: ReportSchedule, report: NewReport): Promise<MailTo[]> {
    const recipients = (await this.store.recipients(account.id)).filter(({ kind }) => kind === schedule.kind);
    const people = recipients.some(({ address_sealed }) => address_sealed === null) ? await this.people.list(account.id) : [];
    const contents = new Map<Locale, MailContent>();
    const letters: MailTo[] = [];
    for (const { recipient, public_id, address_sealed, lang } of recipients) {
      const address =
        address_sealed === null
          ? people.find(({ hostUserId }) => recipient === `user:${hostUserId}`)?.address
          : await this.addresses.open(account.id, public_id, address_sealed);
      if (!address) continue;
      const content = contents.get(lang) ?? (await this.content(account, schedule, report, lang));
      contents.set(lang, content);
      letters.push({ recipient, address, content });
    }
    return letters;
  }

  private async content(account: Account, { pdf, xlsx }: ReportSchedule, report: NewReport, lang: Locale): Promise<MailContent> {
    const data = JSON.parse(report.data) as ReportData;
    const naming = await this.names.of(account.id);
    const link = `${this.config.publicUrl}/a/${account.publicId}/reports?report=${report.public_id}`;
    const formats = [...(pdf === 1 ? (["pdf"] as const) : []), ...(xlsx === 1 ? (["xlsx"] as const) : [])];
    return {
      subject: `${account.name}: ${this.pages.title(data, lang)}`,
      html: this.pages.html(data, lang, naming, link),
      text: this.pages.text(data, lang, link),
      files: await Promise.all(formats.map((format) => this.bytes.of(report, data, naming, format, lang))),
    };
  }
}
