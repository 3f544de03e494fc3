import { Injectable } from "@nestjs/common";
import type { TypedRecord } from "../../journal/index.js";
import { ContactHistory } from "./contacts/contact-history.service.js";
import { DebtHistory } from "./debts/debt-history.service.js";
import { DeskHistory } from "./desk/desk-history.service.js";
import { InquiryHistory } from "./inquiries/inquiry-history.service.js";
import { PeopleHistory } from "./people/people-history.service.js";
import type { JournalProjection } from "./journal-projection.port.js";
import { PromiseHistory } from "./promises/promise-history.service.js";

/** Everything that is made of the journal, each with the records it takes. */
@Injectable()
export class JournalProjections {
  readonly types: ReadonlySet<string>;
  private readonly all: readonly JournalProjection[];

  constructor(
    debts: DebtHistory,
    contacts: ContactHistory,
    promises: PromiseHistory,
    desk: DeskHistory,
    inquiries: InquiryHistory,
    private readonly people: PeopleHistory,
  ) {
    this.all = [debts, contacts, promises, desk, inquiries];
    this.types = new Set(this.all.flatMap((projection) => projection.types));
  }

  /** In the caller's unit of work. @param records of `types`, in order */
  async take(accountId: number, zone: string, records: readonly TypedRecord[]): Promise<void> {
    await this.people.around(accountId, zone, records, async () => {
      for (const projection of this.all) {
        const own = records.filter(({ type }) => projection.types.includes(type));
        if (own.length > 0) await projection.take(accountId, zone, own);
      }
    });
  }
}
