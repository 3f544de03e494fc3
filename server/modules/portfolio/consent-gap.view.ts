import { Injectable } from "@nestjs/common";
import type { z } from "zod";
import type { ConsentGap } from "../../contract/portfolio.contract.js";
import { Database } from "../../platform/database/database.js";

/** Of numbers that are a debtor's, by what the debtor allowed. Null sums: no number at all. */
const ALLOWED = `select debtor_id, sum(case when consent = 'unknown' then 0 else 1 end) as said from contact_point
  where account_id = ? and channel = 'whatsapp' and invalid_at is null group by debtor_id`;

/** For a list of debtors by `id`: a number, but neither an authorisation nor a refusal. Binds the account. */
export const CONSENT_MISSING = `id in (select debtor_id from (${ALLOWED}) numbers where said = 0)`;

/** Whom every pack forbids to write to, for want of what only a file or a person can bring. */
@Injectable()
export class ConsentGapView {
  constructor(private readonly db: Database) {}

  async of(accountId: number): Promise<z.infer<typeof ConsentGap>> {
    const row = await this.db.row<Record<"owing" | "silent" | "numberless", number | string | null>>(
      `select count(*) as owing, sum(case when p.said = 0 then 1 else 0 end) as silent, sum(case when p.said is null then 1 else 0 end) as numberless
       from (select distinct debtor_id from debt where account_id = ? and status = 'open') o
       left join (${ALLOWED}) p on p.debtor_id = o.debtor_id`,
      [accountId, accountId],
    );
    return { owing: Number(row?.owing ?? 0), withoutConsent: Number(row?.silent ?? 0), withoutNumber: Number(row?.numberless ?? 0) };
  }
}
