import { Injectable } from "@nestjs/common";
import { actorRef, system } from "../../shared/actor.js";
import { Database } from "../../platform/database/database.js";
import { DEBT, DEBTOR, DebtorsStore, HOLD, type HoldReason, Holds, type PortfolioTables } from "../portfolio/index.js";
import type { PaymentsTables } from "./payments.tables.js";

const REASON: HoldReason = "already_paid";
const ACTOR = system("payments");

/**
 * Somebody who paid for something we do not know is not chased on until a person has said what it was for, or has taken the payment back.
 * Works in the caller's unit of work.
 */
@Injectable()
export class PaymentDoubts {
  constructor(
    private readonly db: Database,
    private readonly debtors: DebtorsStore,
    private readonly holds: Holds,
  ) {}

  /** A fixed number of statements: files of payments may run ahead of the debts they are for. */
  async begin(accountId: number, debtorIds: readonly number[]): Promise<void> {
    if (debtorIds.length === 0) return;
    const locked = await this.debtors.lock(accountId, [...new Set(debtorIds)]);
    const held = new Set((await this.standing(accountId, debtorIds)).map((hold) => hold.debtor_id));
    const targets = locked.flatMap(({ id }) => (held.has(id) ? [] : [{ debtorId: id, debt: null }]));
    await this.holds.placeMany(accountId, targets, { reason: REASON, actor: ACTOR });
  }

  /**
   * Debts and debtors that came after payments for them: of a payment in nobody's name it is not known whether the file has heard of it.
   * @param arrived what payments may call them, and whose they are
   */
  async meet(accountId: number, arrived: Readonly<Record<"references" | "externalIds", ReadonlyMap<string, number>>>): Promise<void> {
    const { references, externalIds } = arrived;
    const waiting = [...(await this.waitingFor(accountId, "claimed_reference", references))];
    waiting.push(...(await this.waitingFor(accountId, "claimed_debtor", externalIds)));
    await this.begin(accountId, waiting);
  }

  /** Ends what payments held, unless another payment of the debtor still waits for a person. What people or the debtor said stays. */
  async end(accountId: number, debtorIds: readonly number[]): Promise<void> {
    if (debtorIds.length === 0) return;
    for (const hold of await this.standing(accountId, debtorIds)) {
      if (!(await this.waits(accountId, hold.debtor_id))) await this.holds.release(accountId, hold.public_id, ACTOR);
    }
  }

  private standing(accountId: number, debtorIds: readonly number[]): Promise<{ debtor_id: number; public_id: string }[]> {
    return this.db
      .typed<PortfolioTables>()
      .selectFrom(HOLD)
      .select(["debtor_id", "public_id"])
      .where("account_id", "=", accountId)
      .where("debtor_id", "in", debtorIds)
      .where("reason", "=", REASON)
      .where("actor", "=", actorRef(ACTOR))
      .where("debt_id", "is", null)
      .where("released_at", "is", null)
      .orderBy("id")
      .execute();
  }

  private async waits(accountId: number, debtorId: number): Promise<boolean> {
    const found = await this.db
      .typed<PaymentsTables & PortfolioTables>()
      .selectFrom("payment as p")
      .innerJoin(`${DEBTOR} as b`, (join) => join.onRef("b.account_id", "=", "p.account_id").on("b.id", "=", debtorId))
      .select("p.id")
      .where("p.account_id", "=", accountId)
      .where("p.status", "=", "unidentified")
      .where((is) =>
        is.or([
          is("p.claimed_debtor", "=", is.ref("b.external_id")),
          is(
            "p.claimed_reference",
            "in",
            is
              .selectFrom(DEBT)
              .select("reference")
              .where("account_id", "=", accountId)
              .where("debtor_id", "=", debtorId)
              .where("source", "not like", "undone:%"),
          ),
        ]),
      )
      .limit(1)
      .executeTakeFirst();
    return found !== undefined;
  }

  private async waitingFor(
    accountId: number,
    claim: "claimed_reference" | "claimed_debtor",
    named: ReadonlyMap<string, number>,
  ): Promise<number[]> {
    if (named.size === 0) return [];
    const rows = await this.db
      .typed<PaymentsTables>()
      .selectFrom("payment")
      .select(`${claim} as name`)
      .distinct()
      .where("account_id", "=", accountId)
      .where("status", "=", "unidentified")
      .where(claim, "in", [...named.keys()])
      .execute();
    return rows.flatMap(({ name }) => named.get(name ?? "") ?? []);
  }
}
