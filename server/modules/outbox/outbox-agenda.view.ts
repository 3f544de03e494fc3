import { Injectable } from "@nestjs/common";
import type { Instant } from "../../shared/instant.js";
import { Database } from "../../platform/database/database.js";
import { ACCOUNT, type AccountsTables } from "../accounts/index.js";
import type { MessageState } from "./domain/message-state.js";
import { OUTBOX_MESSAGE, type OutboxTables } from "./outbox.tables.js";

/** When the outbox has something to do next, beyond what is due already. */
@Injectable()
export class OutboxAgenda {
  constructor(private readonly db: Database) {}

  /** The next opening of a planned message, or its end if that comes first: then it is dropped. */
  async nextToSend(accountId: number, now: Instant): Promise<Instant | null> {
    const { opens, ends } = await this.messages(accountId)
      .select((is) => [
        is.fn.min<number | null>(is.case().when("not_before", ">", now).then(is.ref("not_before")).end()).as("opens"),
        is.fn.min<number | null>(is.case().when("not_after", ">", now).then(is.ref("not_after")).end()).as("ends"),
      ])
      .where("state", "=", "planned")
      .executeTakeFirstOrThrow();
    const instants = [opens, ends].filter((at) => at !== null);
    return instants.length === 0 ? null : Math.min(...instants);
  }

  /** How many messages have not come to their end. */
  open(accountId: number): Promise<{ state: MessageState; n: number }[]> {
    return this.messages(accountId)
      .select(({ fn }) => ["state", fn.countAll<number>().as("n")])
      .where("state", "in", ["planned", "sending", "unknown"])
      .groupBy("state")
      .execute();
  }

  /** Since when the longest waiting message could go; null where none can, or the account does not send. */
  async longestDue(accountId: number, now: Instant): Promise<Instant | null> {
    const { at } = await this.db
      .typed<OutboxTables & AccountsTables>()
      .selectFrom(`${OUTBOX_MESSAGE} as m`)
      .innerJoin(`${ACCOUNT} as a`, (join) =>
        join.onRef("a.id", "=", "m.account_id").on("a.dispatch_enabled", "=", 1).on("a.dispatch_stopped", "=", 0),
      )
      .select(({ fn }) => fn.min<number | null>("m.not_before").as("at"))
      .where("m.account_id", "=", accountId)
      .where("m.state", "=", "planned")
      .where("m.not_before", "<=", now)
      .where("m.not_after", ">", now)
      .executeTakeFirstOrThrow();
    return at;
  }

  /** When the next unanswered send is to be looked for. */
  async nextToLookFor(accountId: number, now: Instant): Promise<Instant | null> {
    const { at } = await this.messages(accountId)
      .select(({ fn }) => fn.min<number | null>("settle_at").as("at"))
      .where("state", "in", ["sending", "unknown"])
      .where("settle_at", ">", now)
      .executeTakeFirstOrThrow();
    return at;
  }

  private messages(accountId: number) {
    return this.db.typed<OutboxTables>().selectFrom(OUTBOX_MESSAGE).where("account_id", "=", accountId);
  }
}
