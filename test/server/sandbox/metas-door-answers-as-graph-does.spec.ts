import { expect, test } from "@jest/globals";
import { DUE_TEMPLATE, stage } from "./support/stage.js";

const WABA = "100000000000001";

test("Meta's door takes a template, lists it, refuses a second one of the name, and wants the right key", async () => {
  const { clock, sandbox, call } = await stage();
  const { components, ...rest } = DUE_TEMPLATE;
  const body = { ...rest, components, access_token: "sandbox-meta-key-1" };
  const path = `/graph/v23.0/${WABA}/message_templates`;

  const created = await call("POST", path, body);
  const again = await call("POST", path, body);
  const stranger = await call("GET", `${path}?access_token=wrong`);
  const pending = await call("GET", `${path}?access_token=sandbox-meta-key-1`);
  await clock.runFor(3_000);
  const approved = await call("GET", `${path}?access_token=sandbox-meta-key-1&fields=name,status,rejected_reason`);

  expect(created.body).toEqual({ id: sandbox.templates.list(WABA)[0]!.id, status: "PENDING", category: "UTILITY" });
  expect([again.status, again.at("error.code"), again.at("error.error_subcode")]).toEqual([400, 100, 2388024]);
  expect([stranger.status, stranger.at("error.code")]).toEqual([401, 190]);
  expect(pending.at("data.0.status")).toBe("PENDING");
  expect(approved.at("data.0")).toEqual({ name: "due_1", status: "APPROVED", rejected_reason: "NONE" });
});
