import { Injectable } from "@nestjs/common";
import { Clock } from "../../../platform/clock/clock.js";
import { DebtorVault } from "../../../platform/crypto/debtor-vault.js";
import { Database } from "../../../platform/database/database.js";
import { type Actor, actorRef } from "../../../shared/actor.js";
import { conflict, notFound } from "../../../shared/errors.js";
import { Journal } from "../../journal/index.js";
import { kpisEvents } from "../kpis.events.js";
import type { AlertRecord } from "../kpis.tables.js";
import { AlertsStore } from "./alerts.store.js";

/** Lets people take up what was raised. */
@Injectable()
export class Alerts {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly vault: DebtorVault,
    private readonly store: AlertsStore,
    private readonly journal: Journal,
  ) {}

  /**
   * Says that somebody has taken it up, and what is done about it; the alert stays until the figure is well.
   * @throws DomainError `alert.not_found`, `alert.acknowledged`
   */
  async acknowledge(accountId: number, publicId: string, reason: string, actor: Actor): Promise<AlertRecord> {
    return this.db.inUnitOfWork("alert.acknowledge", async () => {
      const alert = await this.store.held(accountId, publicId);
      if (!alert) throw notFound("alert.not_found", "There is no such alert.", { remedy: "GET /api/alerts lists those there are." });
      if (alert.acknowledged_at !== null) {
        throw conflict("alert.acknowledged", "Somebody took this alert up already.", { remedy: "The page says who, and why." });
      }
      const at = this.clock.now();
      const sealed = await this.vault.seal(accountId, null, alertReason(publicId), reason);
      await this.store.acknowledge(accountId, publicId, at, actorRef(actor), sealed);
      this.journal.append(accountId, {
        type: kpisEvents.alertAcknowledged,
        version: 1,
        actor,
        payload: { alert: publicId, metric: alert.metric, currency: alert.currency || null },
        personal: { note: reason },
      });
      return (await this.store.held(accountId, publicId))!;
    });
  }
}

/** Where the reason is sealed. */
export const alertReason = (publicId: string) => ({ table: "alert", column: "reason_sealed", row: publicId });
