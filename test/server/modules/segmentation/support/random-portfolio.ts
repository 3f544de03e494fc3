import type { Database } from "../../../../../server/platform/database/database.js";
import type { SqlRow } from "../../../../../server/platform/database/dialect.js";
import { addDays, type CalendarDate } from "../../../../../server/shared/calendar.js";
import { localDate, wholeDay } from "../../../../../server/shared/zone.js";
import type { SegmentFacts } from "../../../../../server/modules/segmentation/rules.js";
import { SeededRandom } from "../../../../../server/platform/crypto/randomness.js";

export const DAY: CalendarDate = "2026-11-20";
export const ZONE = "America/Bogota";
export const PRODUCTS = ["Libranza", "Tarjeta", "tarjeta", "Crédito hogar"];
const ACCOUNT = 7;

export interface StoredDebt {
  readonly id: number;
  readonly facts: SegmentFacts;
}

/**
 * Debtors with every kind of past, at the edges of what rules ask: the first and last instant of a day, the day before a window, what is
 * unknown, reversed or another account's. The facts are counted here from the same list, by other means than the product's.
 */
export async function storeRandomPortfolio(db: Database, seed: number, debtors = 40): Promise<StoredDebt[]> {
  const random = new SeededRandom(seed);
  const pick = <T>(list: readonly T[]): T => list[random.int(list.length)]!;
  const rows: Record<string, SqlRow[]> = { debtor: [], debt: [], inbound_message: [], payment: [], promise: [] };
  const stored: StoredDebt[] = [];
  let [debtId, other] = [0, 0];
  for (let debtorId = 1; debtorId <= debtors; debtorId++) {
    const debtor = {
      kind: pick(["person", "company"]),
      country: pick(["CO", "MX", null]),
      employment: pick(["employed", "student", null]),
    };
    rows["debtor"]!.push({
      ...DEBTOR,
      ...debtor,
      id: debtorId,
      account_id: ACCOUNT,
      public_id: `p${debtorId}`,
      external_id: `C${debtorId}`,
    });
    const debts = Array.from({ length: 1 + random.int(3) }, () => ({
      id: ++debtId,
      currency: pick(["COP", "MXN"]),
      balance_minor: pick([1, 999, 1000, 1001, 50_000]),
      product: pick([...PRODUCTS, null]),
      instalment_minor: pick([null, 0, 1000]),
      credit_date: pick([null, addDays(DAY, -pick([0, 29, 30, 365])), addDays(DAY, 3)]),
      due_date: addDays(DAY, -pick([-30, -1, 0, 1, 2, 30, 31, 90, 91, 400])),
    }));
    const replies = Array.from({ length: random.int(4) }, () => {
      const day = wholeDay(ZONE, addDays(DAY, -pick([0, 1, 7, 28, 29, 30, 31, 90])));
      return pick([day.start, day.end - 1, day.start + 1]);
    });
    const payments = Array.from({ length: random.int(4) }, () => ({
      value_date: addDays(DAY, -pick([0, 1, 88, 89, 90, 200])),
      status: pick(["allocated", "overpaid", "reversed"]),
    }));
    const promises = Array.from({ length: random.int(4) }, () => pick(["kept", "partially_kept", "broken", "superseded", "cancelled"]));
    for (const debt of debts) {
      rows["debt"]!.push({
        ...DEBT,
        ...debt,
        account_id: ACCOUNT,
        debtor_id: debtorId,
        public_id: `d${debt.id}`,
        reference: `F${debt.id}`,
      });
      stored.push({
        id: debt.id,
        facts: {
          dueDate: debt.due_date,
          currency: debt.currency,
          balanceMinor: debt.balance_minor,
          owedMinor: debts.filter(({ currency }) => currency === debt.currency).reduce((sum, { balance_minor }) => sum + balance_minor, 0),
          instalmentMinor: debt.instalment_minor,
          product: debt.product,
          creditDate: debt.credit_date,
          customerType: debtor.kind,
          country: debtor.country,
          employment: debtor.employment,
          lastReplyOn: replies.length === 0 ? null : localDate(ZONE, Math.max(...replies)),
          replies30d: replies.filter((at) => localDate(ZONE, at) > addDays(DAY, -30)).length,
          payments90d: payments.filter(({ value_date, status }) => status !== "reversed" && value_date > addDays(DAY, -90)).length,
          promisesKept: promises.filter((state) => state === "kept").length,
          promisesBroken: promises.filter((state) => state === "broken" || state === "partially_kept").length,
        },
      });
    }
    for (const [account, due] of [
      [ACCOUNT, debtorId],
      // The same row ids in another account must count for nobody here.
      [ACCOUNT + 1, debtorId],
    ] as const) {
      const mine = account === ACCOUNT;
      for (const at of mine ? replies : [wholeDay(ZONE, DAY).start]) {
        rows["inbound_message"]!.push({ ...REPLY, account_id: account, debtor_id: due, host_message_id: ++other, received_at: at });
      }
      for (const payment of mine ? payments : [{ value_date: DAY, status: "allocated" }]) {
        rows["payment"]!.push({
          ...PAYMENT,
          ...payment,
          account_id: account,
          debtor_id: due,
          public_id: `y${++other}`,
          external_id: `Y${other}`,
        });
      }
      for (const state of mine ? promises : ["kept"]) {
        rows["promise"]!.push({ ...PROMISE, account_id: account, debtor_id: due, public_id: `r${++other}`, state });
      }
    }
  }
  await db.inUnitOfWork("test", async () => {
    for (const [table, list] of Object.entries(rows)) await db.insert(table, list);
  });
  return stored;
}

const DEBTOR = {
  name_sealed: "",
  document_sealed: null,
  language: "es",
  subdivision: null,
  zones: "[]",
  ambiguous_number: 0,
  created_at: 0,
  updated_at: 0,
};
const DEBT = { source: "file", principal_minor: 0, reported_minor: 0, status: "open", created_at: 0, updated_at: 0 };
const REPLY = { conversation_id: 1, body_sealed: null, intent: "unclear", in_reply_to: null, ref: null, handled_at: 0 };
const PAYMENT = {
  source: "api",
  claimed_reference: null,
  claimed_debtor: null,
  debt_id: null,
  amount_minor: 1,
  unallocated_minor: 0,
  currency: "COP",
  note_sealed: null,
  received_at: 0,
};
const PROMISE = {
  amount_minor: 1,
  currency: "COP",
  due_date: DAY,
  last_day: DAY,
  judge_at: 0,
  source: "agent",
  actor: "user:1",
  message_id: null,
  created_at: 0,
  from_entry: 0,
  seen_entry: 0,
  paid_minor: 0,
  ended_at: null,
  replaced_by: null,
  note_sealed: null,
  active_slot: null,
};
