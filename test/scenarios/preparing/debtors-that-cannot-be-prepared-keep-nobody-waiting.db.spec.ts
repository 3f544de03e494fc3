import { afterEach, expect, test } from "@jest/globals";
import { HOUR, MINUTE } from "../../../server/shared/instant.js";
import { debtsFile } from "../../support/debts-file.js";
import { type Desk, openDesk, TOKENS } from "../../support/desk.js";
import { RequestLog } from "../support/request-log.js";

let desk: Desk;
afterEach(() => desk?.close());

const STUCK = 25;
const phoneOf = (index: number) => `57300555${1000 + index}`;
const debts = (count: number) => debtsFile(Array.from({ length: count }, (_, index) => ({ phone: `+${phoneOf(index)}` })));

/** Trouble of every kind that one debtor alone can have in the helpdesk. */
const TROUBLES: readonly { readonly name: string; readonly reason: string; readonly make: () => Promise<void> }[] = [
  {
    name: "two numbers under one contact",
    reason: "several_numbers",
    async make() {
      for (let index = 0; index < STUCK; index++) {
        const phone = phoneOf(index);
        const { payload } = await post<{ payload: { contact: { id: number } } }>("contacts", {
          name: "Ana",
          phone_number: `+${phone}`,
          inbox_id: 1,
        });
        await post(`contacts/${payload.contact.id}/contact_inboxes`, { inbox_id: 1, source_id: `57311${phone.slice(5)}` });
      }
    },
  },
  {
    name: "requests about them that always fail",
    reason: "host.failed",
    async make() {
      for (let index = 0; index < STUCK; index++) {
        const { payload } = await post<{ payload: { contact: { id: number } } }>("contacts", {
          name: "Ana",
          phone_number: `+${phoneOf(index)}`,
          inbox_id: 1,
        });
        desk.sandbox.faults.add({ kind: "error_500_before", match: `GET .*/contacts/${payload.contact.id}(/|$)` });
      }
    },
  },
  {
    name: "a number whose seal does not open any more",
    reason: "seal.unreadable",
    make: () => breakSeals("contact_point", "value_sealed", "debtor_id"),
  },
  {
    name: "a name whose seal does not open any more",
    reason: "seal.unreadable",
    make: () => breakSeals("debtor", "name_sealed", "id"),
  },
];

async function breakSeals(table: string, column: string, debtorColumn: string): Promise<void> {
  const ids = Array.from({ length: STUCK }, (_, index) => `'C-${index + 1}'`).join(", ");
  // MySQL does not change a table it reads from at the same time.
  const debtors = await desk.db.rows<{ id: number }>(`select id from debtor where account_id = ? and external_id in (${ids})`, [
    desk.account.id,
  ]);
  await desk.db.inUnitOfWork("test", () =>
    desk.db.run(
      `update ${table} set ${column} = 'v1.broken' where account_id = ? and ${debtorColumn} in (${debtors.map(({ id }) => id).join(", ")})`,
      [desk.account.id],
    ),
  );
}

async function post<T>(path: string, body: object): Promise<T> {
  const headers = { "content-type": "application/json", api_access_token: TOKENS.admin };
  const url = `${desk.sandbox.url}/api/v1/accounts/1/${path}`;
  const answer = await desk.clock.during(() => fetch(url, { method: "POST", headers, body: JSON.stringify(body) }));
  return (await answer.json()) as T;
}

test.each(TROUBLES)("$name: everybody else is written to at once, and the helpdesk is hardly asked", async ({ make, reason }) => {
  desk = await openDesk({ debts: debts(STUCK + 5) });
  await make();
  const requests = new RequestLog(desk.sandbox);
  await desk.turnOn();
  await desk.clock.runFor(10 * MINUTE);
  expect(desk.sent()).toHaveLength(5);
  const sentBy = requests.count();
  expect(sentBy).toBeLessThan(5 * 12 + STUCK * 6 + 60);

  await desk.clock.runFor(HOUR);
  const waiting = await desk.db.rows<{ problem: string; n: number }>(
    "select problem, count(*) as n from parked_work where account_id = ? and subject = 'debtor' group by problem",
    [desk.account.id],
  );
  expect(waiting).toEqual([{ problem: reason, n: STUCK }]);
  // What is asked for their sake in the hour after; the rest is the poller's and the watch's.
  expect(requests.count("contact_inboxes/filter")).toBeLessThanOrEqual(STUCK * 3 + 5);
  const told = await desk.db.rows<{ debtor_id: number; n: number }>(
    "select debtor_id, count(*) as n from journal_record where account_id = ? and type in ('message.parked', 'message.deferred', 'work.parked') group by debtor_id",
    [desk.account.id],
  );
  expect(told.map(({ n }) => n)).toEqual(Array.from({ length: STUCK }, () => 1));
});
