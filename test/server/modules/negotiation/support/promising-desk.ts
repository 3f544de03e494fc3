import type { DebtorPromises, PromiseView } from "../../../../../server/contract/negotiation.contract.js";
import type { SaldoClient } from "../../../../../server/demo/saldo-client.js";
import { JobQueue } from "../../../../../server/platform/queue/job-queue.js";
import { HOUR, type Instant } from "../../../../../server/shared/instant.js";
import { debtsFile } from "../../../../support/debts-file.js";
import { type Desk, openDesk, TOKENS } from "../../../../support/desk.js";

export interface PromisingDesk extends Desk {
  readonly names: readonly string[];
  /** The agent Diego, signed in. */
  agent(): Promise<SaldoClient>;
  /** Lets time pass until then, without the rounds in between; then everybody works once. */
  passTo(instant: Instant): Promise<void>;
  /** Records a promise of the debtor of this name. */
  promise(who: string, amount: string, date: string): Promise<PromiseView & { readonly confirmed: boolean }>;
  /** Of the debtor's debt. @returns the payment's id */
  pay(who: string, amount: string, valueDate: string): Promise<string>;
  takeBack(payment: string): Promise<void>;
  promises(who: string): Promise<DebtorPromises>;
  /** The newest promise. */
  state(who: string): Promise<PromiseView | undefined>;
  /** Reasons of the holds in force. */
  holds(who: string): Promise<string[]>;
  /** Types of the debtor's records, oldest first. */
  journal(who: string): Promise<string[]>;
  publicId(who: string): string;
  /** Row ids by name. */
  debtorIds(): Promise<Map<string, number>>;
}

/** A desk that sends nothing, with debtors who owe 386,400.00 each and have paid 10.00 already. */
export async function promisingDesk(names: readonly string[]): Promise<PromisingDesk> {
  const debts = debtsFile(names.map((name) => ({ id: `D-${name}`, reference: `R-${name}` })));
  const desk = await openDesk({ debts, ticks: "none" });
  let signedIn = { client: await desk.signIn(TOKENS.agent), at: desk.clock.now() };
  const agent = async () => {
    if (desk.clock.now() > signedIn.at + HOUR) signedIn = { client: await desk.signIn(TOKENS.agent), at: desk.clock.now() };
    return signedIn.client;
  };
  const { items } = await desk.admin.call<{ items: { id: string; externalId: string }[] }>("GET", "/api/debtors?limit=200");
  const publicId = (who: string) => items.find(({ externalId }) => externalId === `D-${who}`)!.id;
  const debtorIds = async () => {
    const rows = await desk.db.rows<{ id: number; external_id: string }>("select id, external_id from debtor where account_id = ?", [
      desk.account.id,
    ]);
    return new Map(rows.map((row) => [row.external_id.slice(2), row.id]));
  };
  let payments = 0;
  const promises = async (who: string) => (await agent()).call<DebtorPromises>("GET", `/api/debtors/${publicId(who)}/promises`);
  const pay = async (who: string, amount: string, valueDate: string): Promise<string> => {
    const payment = { externalId: `P-${++payments}`, debtReference: `R-${who}`, amount, currency: "COP", valueDate };
    const { id } = await (await agent()).call<{ id: string }>("POST", "/api/payments", payment);
    await desk.clock.idle();
    return id;
  };
  for (const who of names) await pay(who, "10.00", "2026-11-20");
  return Object.assign(desk, {
    names,
    agent,
    publicId,
    debtorIds,
    promises,
    pay,
    promise: async (who: string, amount: string, date: string) =>
      (await agent()).call<PromiseView & { confirmed: boolean }>("POST", `/api/debtors/${publicId(who)}/promises`, {
        amount,
        currency: "COP",
        date,
      }),
    async takeBack(payment: string) {
      await (await agent()).call("POST", `/api/payments/${payment}/reverse`, { reason: "devuelto por el banco" });
      await desk.clock.idle();
    },
    state: async (who: string) => (await promises(who)).items[0],
    async passTo(instant: Instant) {
      await desk.clock.runUntil(instant);
      const queue = desk.app.get(JobQueue);
      for (const lane of ["promises", "plan", "dispatch"] as const) await queue.wake(lane);
      await desk.clock.idle();
    },
    async holds(who: string) {
      const sql = `select reason from hold where account_id = ? and debtor_id = ? and released_at is null and (until_at is null or until_at > ?)`;
      const rows = await desk.db.rows<{ reason: string }>(sql, [desk.account.id, (await debtorIds()).get(who)!, desk.clock.now()]);
      return rows.map((row) => row.reason);
    },
    async journal(who: string) {
      const sql = "select type from journal_record where account_id = ? and debtor_id = ? order by seq";
      return (await desk.db.rows<{ type: string }>(sql, [desk.account.id, (await debtorIds()).get(who)!])).map((row) => row.type);
    },
  });
}
