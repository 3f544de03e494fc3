import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { MINUTE } from "../../../../server/shared/instant.js";
import { ActionsDesk } from "./support/actions-desk.js";

let desk: ActionsDesk;
beforeAll(async () => {
  desk = await ActionsDesk.open();
});
afterAll(() => desk?.close());

test("the note is written in the account's language, privately, with our marker", async () => {
  desk.host.deaf = true;
  await desk.ask("note", "dispute");
  await desk.worker.round();
  expect(desk.host.notes).toEqual([expect.objectContaining({ private: true, conversationId: 7, ref: expect.any(String) })]);
  expect(desk.host.notes[0]?.content).toContain("El deudor no está de acuerdo");
  expect(await desk.rows()).toEqual([{ kind: "note", state: "due", attempts: 1, problem: "unknown.timeout" }]);
});

test("before the pause is over nothing is asked again", async () => {
  await desk.worker.round();
  expect(await desk.rows()).toEqual([expect.objectContaining({ attempts: 1 })]);
});

test("after it the note is found, and the action is done", async () => {
  await desk.clock.runFor(MINUTE);
  await desk.worker.round();
  expect(desk.host.notes).toHaveLength(1);
  expect(await desk.rows()).toEqual([expect.objectContaining({ state: "done", attempts: 2 })]);
});

test("the same reason asked for again is no second note; another reason is", async () => {
  desk.host.deaf = false;
  await desk.ask("note", "dispute");
  await desk.ask("note", "already_paid");
  await desk.worker.round();
  expect(desk.host.notes).toHaveLength(2);
});
