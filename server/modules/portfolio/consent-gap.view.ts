import { Injectable } from "@nestjs/common";
import type { z } from "zod";
import type { ConsentGap } from "../../contract/portfolio.contract.js";
import { Database } from "../../platform/database/database.js";

/** Whether a debtor's number comes with an authorisation or a refusal. */
const SAID = "case when consent = 'unknown' then 0 else 1 end";
/** The numbers that are in use. Binds the account. */
const NUMBERS = "from contact_point where account_id = ? and channel = 'whatsapp' and invalid_at is null";

/** For a list of debtors by `id`: a number, but neither an authorisation nor a refusal. Binds the account. */
export const CONSENT_MISSING = `id in (select debtor_id ${NUMBERS} group by debtor_id having max(${SAID}) = 0)`;

/** Whom every pack forbids to write to, for want of what only a file or a person can bring. */
@Injectable()
export class ConsentGapView {
  constructor(private readonly db: Database) {}

  async of(accountId: number): Promise<z.infer<typeof ConsentGap>> {
    const row = await this.db.row<Record<"owing" | "silent" | "numberless", number | string | null>>(
      // One pass over both tables: SQLite has no index for a join of two groupings, and takes a minute for what this takes moments.
      `select count(*) as owing, sum(case when said = 0 then 1 else 0 end) as silent, sum(case when said is null then 1 else 0 end) as numberless
       from (
         select max(owes) as owes, max(said) as said from (
           select debtor_id, 1 as owes, null as said from debt where account_id = ? and status = 'open'
           union all
           select debtor_id, 0, ${SAID} ${NUMBERS}
         ) of_debtors group by debtor_id
       ) debtors where owes = 1`,
      [accountId, accountId],
    );
    return { owing: Number(row?.owing ?? 0), withoutConsent: Number(row?.silent ?? 0), withoutNumber: Number(row?.numberless ?? 0) };
  }
}
