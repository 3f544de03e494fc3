import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { DomainError, notFound } from "../../../../server/shared/errors.js";
import { HOUR } from "../../../../server/shared/instant.js";
import { ActionsDesk } from "./support/actions-desk.js";

let desk: ActionsDesk;
beforeAll(async () => {
  desk = await ActionsDesk.open();
});
afterAll(() => desk?.close());

const parked = async () => {
  const rows = await desk.desk.db.rows<{ payload: string }>(
    "select payload from journal_record where account_id = ? and type = 'host_action.parked' order by seq",
    [desk.desk.account.id],
  );
  return rows.map((row) => JSON.parse(row.payload) as object);
};

test("five attempts, then it waits for a person", async () => {
  desk.host.away = new DomainError("unavailable", "host.unreachable", "The helpdesk does not answer.");
  await desk.ask("label");
  for (let round = 0; round < 7; round++) {
    await desk.worker.round();
    await desk.clock.runFor(HOUR);
  }
  expect(await desk.rows()).toEqual([{ kind: "label", state: "parked", attempts: 5, problem: "host.unreachable" }]);
  expect(await parked()).toEqual([expect.objectContaining({ kind: "label", conversation: 7, problem: "host.unreachable", attempts: 5 })]);
});

test("a conversation that was deleted is not asked for again", async () => {
  desk.host.away = notFound("host.not_found", "It is gone.");
  await desk.ask("open");
  await desk.worker.round();
  expect((await desk.rows()).at(-1)).toEqual({ kind: "open", state: "parked", attempts: 1, problem: "conversation_gone" });
  expect(await parked()).toHaveLength(2);
});

test("the others have their turn meanwhile", async () => {
  desk.host.away = null;
  await desk.ask("assign", "unclear", "case-2");
  await desk.worker.round();
  expect(desk.host.teams).toHaveLength(1);
  expect(desk.host.opened).toBe(0);
});
