import { Injectable } from "@nestjs/common";
import type { Actor } from "../../shared/actor.js";
import { Holds } from "../portfolio/index.js";
import { type PromisedDebt, type PromiseRecord, PromisesStore } from "./promises.store.js";

/** Keeps what is promised from being chased while it is waited for. In the caller's unit of work. */
@Injectable()
export class PromiseHolds {
  constructor(
    private readonly holds: Holds,
    private readonly store: PromisesStore,
  ) {}

  /** One hold a debt, until the promise is judged. */
  async place(
    accountId: number,
    { debtorId, judgeAt }: Pick<PromiseRecord, "debtorId" | "judgeAt">,
    debtIds: readonly number[],
    actor: Actor,
  ): Promise<PromisedDebt[]> {
    const held: PromisedDebt[] = [];
    for (const debtId of debtIds) {
      const hold = await this.holds.place(accountId, { debtorId, debtId, reason: "promise", until: judgeAt, actor });
      held.push({ debtId, holdId: hold.public_id });
    }
    return held;
  }

  async placeAgain(accountId: number, promise: PromiseRecord, actor: Actor): Promise<void> {
    const debts = await this.store.debtsOf(accountId, promise.id);
    const debtIds = debts.map(({ debtId }) => debtId);
    for (const { debtId, holdId } of await this.place(accountId, promise, debtIds, actor)) {
      if (holdId !== null) await this.store.held(accountId, promise.id, debtId, holdId);
    }
  }

  async release(accountId: number, promiseId: number, actor: Actor): Promise<void> {
    for (const { holdId } of await this.store.debtsOf(accountId, promiseId)) {
      if (holdId !== null) await this.holds.release(accountId, holdId, actor);
    }
  }
}
