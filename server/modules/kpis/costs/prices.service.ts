import { Injectable } from "@nestjs/common";
import { Clock } from "../../../platform/clock/clock.js";
import { Ids } from "../../../platform/crypto/ids.js";
import { Database } from "../../../platform/database/database.js";
import { type Actor, actorRef } from "../../../shared/actor.js";
import { notFound } from "../../../shared/errors.js";
import { Journal } from "../../journal/index.js";
import { kpisEvents } from "../kpis.events.js";
import type { MessagePriceRecord } from "../kpis.tables.js";
import type { MessagePrice } from "./domain/message-price.js";
import { PricesStore } from "./prices.store.js";

/** The price table of messages: by country and category, from a day on. A price that is replaced stays known for figures of the past. */
@Injectable()
export class Prices {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly store: PricesStore,
    private readonly journal: Journal,
  ) {}

  list(accountId: number): Promise<MessagePriceRecord[]> {
    return this.store.asOf(accountId, this.clock.now());
  }

  /** Sets the price from a day on; one of the same day is replaced. */
  async set(accountId: number, price: MessagePrice, actor: Actor): Promise<MessagePriceRecord[]> {
    const { country, category, micros, currency, validFrom } = price;
    await this.db.inUnitOfWork("message_price.set", async () => {
      const now = this.clock.now();
      const before = (await this.store.held(accountId)).find(
        (row) => row.country === country && row.category === category && row.valid_from === validFrom,
      );
      if (before) await this.store.end(accountId, before.public_id, now);
      await this.store.add(accountId, {
        public_id: this.ids.next(),
        country,
        category,
        micros,
        currency,
        valid_from: validFrom,
        recorded_at: now,
        recorded_by: actorRef(actor),
        ended_at: null,
      });
      this.journal.append(accountId, {
        type: kpisEvents.priceSet,
        version: 1,
        actor,
        payload: {
          country,
          category,
          micros,
          currency,
          from: validFrom,
          before: before ? { micros: before.micros, currency: before.currency } : null,
        },
      });
    });
    return this.list(accountId);
  }

  /** @throws DomainError `message_price.not_found` */
  async remove(accountId: number, publicId: string, actor: Actor): Promise<MessagePriceRecord[]> {
    await this.db.inUnitOfWork("message_price.remove", async () => {
      const row = (await this.store.held(accountId)).find((price) => price.public_id === publicId);
      if (!row) throw notFound("message_price.not_found", "There is no such price.");
      await this.store.end(accountId, publicId, this.clock.now());
      const { country, category, micros, currency, valid_from: from } = row;
      this.journal.append(accountId, {
        type: kpisEvents.priceRemoved,
        version: 1,
        actor,
        payload: { country, category, micros, currency, from },
      });
    });
    return this.list(accountId);
  }
}
