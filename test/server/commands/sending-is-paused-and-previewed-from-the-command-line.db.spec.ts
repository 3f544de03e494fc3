import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { registerCadence } from "../../../server/commands/cadence.command.js";
import { registerPause } from "../../../server/commands/pause.command.js";
import { debtsFile } from "../../support/debts-file.js";
import { type Desk, openDesk } from "../../support/desk.js";
import { runSaldo } from "./support/run-saldo.js";

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk({ debts: debtsFile([{ name: "Marisol Quintero" }, { consent: "" }]) });
});
afterAll(() => desk?.close());

const saldo = (...words: string[]) => runSaldo(desk, [registerPause, registerCadence], words);

test("the preview counts, gives reasons and names nobody", async () => {
  const { out, code } = await saldo("cadence", "preview");
  expect(code).toBe(0);
  expect(out).toContain("2 due, 1 allowed now, 0 later, 1 denied");
  expect(out).toMatch(/Ley 2300 de 2023, art\. 2/);
  expect(out).not.toContain("Marisol");
});

test("a pause stops what was turned on, says why in the journal, and a resume lifts it", async () => {
  await desk.turnOn();
  expect((await saldo("pause", "--reason", "wrong amounts in the file", "--json")).out).toContain('"stopped":true');
  await desk.clock.runFor(30_000);
  expect(desk.sent()).toHaveLength(0);
  await saldo("resume", "--reason", "file corrected");
  await desk.clock.runFor(30_000);
  expect(desk.sent()).toHaveLength(1);
  const types = await desk.db.rows<{ type: string; actor: string }>(
    "select type, actor from journal_record where account_id = ? and type like 'dispatch.%' order by seq",
    [desk.account.id],
  );
  expect(types).toEqual(
    expect.arrayContaining([
      { type: "dispatch.stopped", actor: "system:command_line" },
      { type: "dispatch.resumed", actor: "system:command_line" },
    ]),
  );
});
