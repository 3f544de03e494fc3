import { type Expression, expressionBuilder, type SqlBool } from "kysely";
import { WRITTEN_CHANNEL } from "../../../shared/channel.js";
import type { Instant } from "../../../shared/instant.js";
import { PARKED_WORK, type WorkTables } from "../../../platform/work/parked-work.tables.js";
import { HOST_CONVERSATION, type HostTables } from "../../host/index.js";
import { CONTACT_POINT, DEBTOR, type PortfolioTables } from "../../portfolio/index.js";
import { GIVEN_UP_FOR } from "../domain/unready.js";
import type { OutboxTables } from "../outbox.tables.js";

/** The lane whose work on a debtor rests while the debtor's conversation cannot be made ready. */
export const READYING = "dispatch";

/** Conditions on messages `m`. */
type Asked = HostTables &
  PortfolioTables &
  WorkTables & {
    readonly m: OutboxTables["outbox_message"];
    readonly c: HostTables["host_conversation"];
    readonly w: WorkTables["parked_work"];
  };

/**
 * The debtor has a conversation whose number was seen since then, none that is newer and does not tell its number, and none whose earlier
 * words nobody has read. One that is older than the debtor's number would send to the former for ever.
 */
export function conversationReady(accountId: number, inboxId: number, seenSince: Instant): Expression<SqlBool> {
  const is = expressionBuilder<Asked, "m">();
  return is.exists(
    is
      .selectFrom(`${HOST_CONVERSATION} as c`)
      .select("c.id")
      .where("c.account_id", "=", accountId)
      .whereRef("c.debtor_id", "=", "m.debtor_id")
      .where("c.inbox_id", "=", inboxId)
      .where("c.status", "not in", ["resolved", "gone"])
      .where("c.source_id_hash", "is not", null)
      .where("c.source_id_seen_at", ">=", seenSince)
      .where((of) => {
        const untold = of
          .selectFrom(`${HOST_CONVERSATION} as n`)
          .select("n.id")
          .whereRef("n.account_id", "=", "c.account_id")
          .whereRef("n.debtor_id", "=", "c.debtor_id")
          .whereRef("n.inbox_id", "=", "c.inbox_id")
          .where("n.source_id_hash", "is", null)
          .where((newer) =>
            newer.or([
              newer("n.ensured_at", ">", newer.ref("c.ensured_at")),
              newer.and([newer("n.ensured_at", "=", newer.ref("c.ensured_at")), newer("n.id", ">", newer.ref("c.id"))]),
            ]),
          );
        const unread = of
          .selectFrom(`${HOST_CONVERSATION} as h`)
          .select("h.id")
          .whereRef("h.account_id", "=", "c.account_id")
          .whereRef("h.debtor_id", "=", "c.debtor_id")
          .where("h.history_read_at", "is", null);
        return of.and([of.not(numberSince("c.ensured_at")), of.not(of.exists(untold)), of.not(of.exists(unread))]);
      }),
  );
}

/** The debtor waits for another try, and has had no new number since the last one. */
export function waitsForAnotherTry(accountId: number, now: Instant): Expression<SqlBool> {
  const is = expressionBuilder<Asked, "m">();
  return is.exists(
    is
      .selectFrom(`${PARKED_WORK} as w`)
      .select("w.id")
      .where("w.account_id", "=", accountId)
      .where("w.work", "=", READYING)
      .where("w.subject", "=", DEBTOR)
      .whereRef("w.subject_id", "=", "m.debtor_id")
      .where((of) => of(of.fn.coalesce("w.retry_at", of("w.last_at", "+", GIVEN_UP_FOR)), ">", now))
      .where((of) => of.not(numberSince("w.last_at"))),
  );
}

/** The debtor has a number that is newer. */
function numberSince(since: "c.ensured_at" | "w.last_at"): Expression<SqlBool> {
  const is = expressionBuilder<Asked, "m" | "c" | "w">();
  return is.exists(
    is
      .selectFrom(`${CONTACT_POINT} as p`)
      .select("p.id")
      .whereRef("p.account_id", "=", "m.account_id")
      .whereRef("p.debtor_id", "=", "m.debtor_id")
      .where("p.channel", "=", WRITTEN_CHANNEL)
      .where("p.invalid_at", "is", null)
      .whereRef("p.created_at", ">", since),
  );
}
