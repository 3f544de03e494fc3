import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { type Desk, openDesk } from "../host/support/desk.js";

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk({}, "none");
});
afterAll(() => desk?.close());

test("a new customer's inbox has no template yet: everything is installed", async () => {
  expect(desk.sandbox.world.inboxes.must(1).messageTemplates).toEqual({});
  const { status, body } = await desk.connect();
  expect(status).toBe(200);
  const steps = body["steps"] as { step: string; done: boolean; detail: string }[];
  expect(steps.filter(({ done }) => !done)).toEqual([]);
  expect(steps).toContainEqual({ step: "templates", done: true, detail: "The inbox has 0 templates, 0 of them approved." });
});
