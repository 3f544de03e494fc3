import { Injectable } from "@nestjs/common";
import { actorRef, system } from "../../shared/actor.js";
import { Database } from "../../platform/database/database.js";
import { DEBT, DebtorsStore, HOLD, type HoldReason, Holds, type PortfolioTables } from "../portfolio/index.js";
import { PaymentMentions } from "./payment-mentions.store.js";
import type { PaymentsTables } from "./payments.tables.js";
import { likeness, looseKey } from "../portfolio/rules.js";

/** Of what a payment says. */
type Claim = "reference" | "debtor";

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
    private readonly mentions: PaymentMentions,
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
    const waiting = [...(await this.waitingFor(accountId, "reference", references))];
    waiting.push(...(await this.waitingFor(accountId, "debtor", externalIds)));
    const mentioned = await this.mentions.waitingFor(accountId, [...references.keys()]);
    waiting.push(...mentioned.map((reference) => references.get(reference)!));
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

  /** Whether a payment that nobody placed yet may be theirs. */
  private async waits(accountId: number, debtorId: number): Promise<boolean> {
    const [debtor] = await this.debtors.byIds(accountId, [debtorId]);
    if (!debtor) return false;
    const debts = await this.db
      .typed<PortfolioTables>()
      .selectFrom(DEBT)
      .select(["reference", "loose_reference"])
      .where("account_id", "=", accountId)
      .where("debtor_id", "=", debtorId)
      .where("source", "not like", "undone:%")
      .execute();
    const asDebtor = await this.claimed(accountId, "debtor", [debtor.loose_external_id ?? ""]);
    const asDebt = await this.claimed(
      accountId,
      "reference",
      debts.map((debt) => debt.loose_reference ?? ""),
    );
    const references = debts.map(({ reference }) => reference);
    return (
      (await this.mentions.waitingFor(accountId, references)).length > 0 ||
      asDebtor.some((name) => likeness(name, debtor.external_id) !== "other") ||
      asDebt.some((name) => references.some((reference) => likeness(name, reference) !== "other"))
    );
  }

  private async waitingFor(accountId: number, claim: Claim, named: ReadonlyMap<string, number>): Promise<number[]> {
    const called = Map.groupBy(named, ([name]) => looseKey(name));
    const names = await this.claimed(accountId, claim, [...called.keys()]);
    return names.flatMap((name) =>
      (called.get(looseKey(name)) ?? []).flatMap(([own, debtorId]) => (likeness(name, own) === "other" ? [] : [debtorId])),
    );
  }

  /** What payments that nobody placed yet say they are for. @param keys of `looseKey` */
  private async claimed(accountId: number, claim: Claim, keys: readonly string[]): Promise<string[]> {
    if (keys.length === 0) return [];
    const rows = await this.db
      .typed<PaymentsTables>()
      .selectFrom("payment")
      .select(`claimed_${claim} as name`)
      .distinct()
      .where("account_id", "=", accountId)
      .where("status", "=", "unidentified")
      .where(`loose_${claim}`, "in", keys)
      .execute();
    return rows.flatMap(({ name }) => name ?? []);
  }
}
