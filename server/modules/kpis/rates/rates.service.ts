import { Injectable } from "@nestjs/common";
import { Clock } from "../../../platform/clock/clock.js";
import { Ids } from "../../../platform/crypto/ids.js";
import { Database } from "../../../platform/database/database.js";
import { type Actor, actorRef } from "../../../shared/actor.js";
import { notFound } from "../../../shared/errors.js";
import { localDate } from "../../../shared/zone.js";
import { AccountDirectory } from "../../accounts/index.js";
import { Journal } from "../../journal/index.js";
import { kpisEvents } from "../kpis.events.js";
import type { ExchangeRateRecord } from "../kpis.tables.js";
import { checkRate, type ExchangeRate } from "./domain/rate-table.js";
import { RatesStore } from "./rates.store.js";

/** Changes the rate table; who said so and what held before stands in the journal. */
@Injectable()
export class Rates {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly accounts: AccountDirectory,
    private readonly store: RatesStore,
    private readonly journal: Journal,
  ) {}

  /** Sets the rate of a day; one of the same pair and day is replaced. @throws DomainError as `checkRate` */
  async set(accountId: number, rate: ExchangeRate, actor: Actor): Promise<ExchangeRateRecord> {
    const { zone } = await this.accounts.get(accountId);
    checkRate(rate, localDate(zone, this.clock.now()));
    const publicId = this.ids.next();
    await this.db.inUnitOfWork("exchange_rate.set", async () => {
      const now = this.clock.now();
      const before = await this.store.held(accountId, rate);
      if (before) await this.store.end(accountId, before.public_id, now);
      await this.store.add(accountId, { public_id: publicId, ...rate, recorded_at: now, recorded_by: actorRef(actor), ended_at: null });
      const { currency, target: into, day, rate: text, source } = rate;
      this.journal.append(accountId, {
        type: kpisEvents.rateSet,
        version: 1,
        actor,
        payload: { currency, into, day, rate: text, source, before: before ? { rate: before.rate, source: before.source } : null },
      });
    });
    return {
      id: 0,
      account_id: accountId,
      public_id: publicId,
      ...rate,
      recorded_at: this.clock.now(),
      recorded_by: actorRef(actor),
      ended_at: null,
    };
  }

  /** @throws DomainError `exchange_rate.not_found` */
  async remove(accountId: number, publicId: string, actor: Actor): Promise<void> {
    await this.db.inUnitOfWork("exchange_rate.remove", async () => {
      const row = await this.store.heldById(accountId, publicId);
      if (!row) throw notFound("exchange_rate.not_found", "There is no such rate.", { remedy: "GET /api/rates lists those there are." });
      await this.store.end(accountId, publicId, this.clock.now());
      const { currency, target: into, day, rate, source } = row;
      this.journal.append(accountId, { type: kpisEvents.rateRemoved, version: 1, actor, payload: { currency, into, day, rate, source } });
    });
  }
}
