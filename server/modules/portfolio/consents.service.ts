import { Injectable } from "@nestjs/common";
import type { Actor } from "../../shared/actor.js";
import { notFound } from "../../shared/errors.js";
import type { Instant } from "../../shared/instant.js";
import { localDate } from "../../shared/zone.js";
import { Database } from "../../platform/database/database.js";
import { Journal } from "../journal/index.js";
import { DebtorsStore } from "./debtors.store.js";
import type { Channel } from "./domain/consent.js";
import { OwedChanges } from "./owed-changes.service.js";
import { portfolioEvents } from "./portfolio.events.js";
import { CONTACT_POINT, type PortfolioTables } from "./portfolio.tables.js";

/** Takes consents back. */
@Injectable()
export class Consents {
  constructor(
    private readonly db: Database,
    private readonly debtors: DebtorsStore,
    private readonly journal: Journal,
    private readonly changes: OwedChanges,
  ) {}

  /**
   * Withdraws a channel for all numbers of a debtor, in the caller's unit of work or in one of its own. Doing it twice changes nothing.
   * Later imports do not lift it unless they carry a consent of a later date.
   * @param source where it was said, as a code: `reply`, `agent`
   * @returns whether anything changed
   * @throws DomainError `debtor.not_found`
   */
  withdraw(
    accountId: number,
    debtorId: number,
    channel: Channel,
    source: string,
    at: Instant,
    actor: Actor = { kind: "debtor" },
  ): Promise<boolean> {
    return this.db.inUnitOfWork("consent.withdraw", async () => {
      const [debtor] = await this.debtors.lock(accountId, [debtorId]);
      if (!debtor) throw notFound("debtor.not_found", "There is no such debtor.");
      const zones = JSON.parse(debtor.zones) as string[];
      const { numUpdatedRows } = await this.db
        .typed<PortfolioTables>()
        .updateTable(CONTACT_POINT)
        .set({ consent: "withdrawn", consent_source: source, consent_on: localDate(zones[0] ?? "UTC", at) })
        .where("account_id", "=", accountId)
        .where("debtor_id", "=", debtorId)
        .where("channel", "=", channel)
        .where("consent", "<>", "withdrawn")
        .executeTakeFirst();
      if (numUpdatedRows === 0n) return false;
      this.journal.append(accountId, {
        type: portfolioEvents.consentWithdrawn,
        version: 1,
        actor,
        debtorId,
        payload: { channel, source },
        at,
      });
      this.changes.announce();
      return true;
    });
  }
}
