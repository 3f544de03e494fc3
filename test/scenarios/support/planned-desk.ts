import { request } from "undici";
import { AccountDirectory } from "../../../server/modules/accounts/index.js";
import { Dispatcher } from "../../../server/modules/outbox/index.js";
import { Preparation } from "../../../server/modules/outbox/dispatch/preparation.service.js";
import { debtsFile, type FileDebt } from "../../support/debts-file.js";
import { type Desk, openDesk, TOKENS } from "../../support/desk.js";

export interface MessageRow {
  readonly state: string;
  readonly reason: string | null;
  readonly verdict: string | null;
  readonly verdict_rule: string | null;
  readonly not_before: number;
  readonly external_id: string;
}

export interface PlannedDesk extends Desk {
  /** Makes the conversations, as the first half of a round does, and sends nothing. */
  prepare(): Promise<void>;
  /** From now on nothing is held back. */
  release(): Promise<void>;
  /** One whole round of the dispatcher. */
  round(): Promise<void>;
  /** The cadence's messages, by debtor. */
  planned(): Promise<MessageRow[]>;
  debtor(externalId: string): Promise<{ readonly id: number; readonly public_id: string }>;
  /** Journal records of these types, oldest first. */
  journal(
    ...types: string[]
  ): Promise<
    { readonly type: string; readonly seq: number; readonly debtor_id: number | null; readonly payload: Record<string, unknown> }[]
  >;
  /** A request of the agent Diego, or of whoever has the token, to the helpdesk; `path` follows the account's address. */
  agent(path: string, body: object, method?: "POST" | "PATCH" | "DELETE", token?: string): Promise<Record<string, unknown>>;
}

/**
 * Messages are planned and sending is on, but held back between the rounds the test asks for, so that it can step in between: every change
 * wakes the dispatcher otherwise.
 */
export async function plannedDesk(debts: readonly FileDebt[], environment: Record<string, string> = {}): Promise<PlannedDesk> {
  const desk = await openDesk({ debts: debtsFile(debts), environment: { SALDO_POLL_MS: "86400000", ...environment } });
  const { db, app, account } = desk;
  const get = <T>(token: abstract new (...args: never[]) => T): T => app.get(token as never, { strict: false });
  const directory = get(AccountDirectory);
  const hold = async (stopped: 0 | 1) => {
    await db.inUnitOfWork("test", () => db.run("update account set dispatch_stopped = ? where id = ?", [stopped, account.id]));
    directory.invalidate();
    // Longer than anybody remembers the switch.
    await desk.clock.runFor(2_500);
  };
  await hold(1);
  await desk.turnOn();
  await desk.clock.runFor(2_000);
  let released = false;
  return Object.assign(desk, {
    async prepare() {
      await get(Preparation).prepare(await directory.get(account.id), 100);
    },
    async release() {
      released = true;
      await hold(0);
    },
    async round() {
      if (!released) await hold(0);
      await get(Dispatcher).round();
      await desk.clock.runFor(1_000);
      if (!released) await hold(1);
    },
    planned: () =>
      db.rows<MessageRow>(
        `select m.state, m.reason, m.verdict, m.verdict_rule, m.not_before, d.external_id
           from outbox_message m join debtor d on d.account_id = m.account_id and d.id = m.debtor_id
          where m.account_id = ? and m.kind = 'cadence' order by d.external_id, m.id`,
        [account.id],
      ),
    async debtor(externalId: string) {
      const row = await db.row<{ id: number; public_id: string }>(
        "select id, public_id from debtor where account_id = ? and external_id = ?",
        [account.id, externalId],
      );
      if (!row) throw new Error(`There is no debtor ${externalId}`);
      return row;
    },
    async journal(...types: string[]) {
      const marks = types.map(() => "?").join(", ");
      const rows = await db.rows<{ type: string; seq: number; debtor_id: number | null; payload: string }>(
        `select type, seq, debtor_id, payload from journal_record where account_id = ? and type in (${marks}) order by seq`,
        [account.id, ...types],
      );
      return rows.map((row) => ({ ...row, payload: JSON.parse(row.payload) as Record<string, unknown> }));
    },
    async agent(path: string, body: object, method: "POST" | "PATCH" | "DELETE" = "POST", token = TOKENS.agent) {
      const headers = { "content-type": "application/json", api_access_token: token };
      const answer = await desk.clock.during(() =>
        request(`${desk.sandbox.url}/api/v1/accounts/1/${path}`, { method, headers, body: JSON.stringify(body) }),
      );
      const text = await answer.body.text();
      const json = (text === "" ? {} : JSON.parse(text)) as Record<string, unknown>;
      await desk.clock.runFor(2_000);
      return json;
    },
  });
}
