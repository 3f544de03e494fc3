import { Injectable } from "@nestjs/common";
import type { Actor } from "../../shared/actor.js";
import type { Instant } from "../../shared/instant.js";
import { Journal, type JsonObject } from "../journal/index.js";
import { PortfolioReader } from "../portfolio/index.js";
import type { PromiseRecord } from "./promises.store.js";

/** Writes to the journal what became of promises, in the caller's unit of work. */
@Injectable()
export class PromisesLog {
  constructor(
    private readonly journal: Journal,
    private readonly portfolio: PortfolioReader,
  ) {}

  async append(
    accountId: number,
    type: string,
    promise: PromiseRecord,
    debtIds: readonly number[],
    { actor, payload, note, at }: { actor: Actor; payload?: JsonObject; note?: string | null; at?: Instant },
  ): Promise<void> {
    this.journal.append(accountId, {
      type,
      version: 1,
      actor,
      debtorId: promise.debtorId,
      payload: {
        promise: promise.publicId,
        amountMinor: promise.amountMinor,
        currency: promise.currency,
        dueDate: promise.dueDate,
        debts: await this.publicIds(accountId, promise.debtorId, debtIds),
        ...payload,
      },
      ...(note ? { personal: { note } } : {}),
      ...(at === undefined ? {} : { at }),
    });
  }

  async publicIds(accountId: number, debtorId: number, debtIds: readonly number[]): Promise<string[]> {
    const debts = (await this.portfolio.debts(accountId, [debtorId])).get(debtorId) ?? [];
    return debts.filter((debt) => debtIds.includes(debt.id)).map((debt) => debt.publicId);
  }
}
