import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { ResponseOf } from "../../../../server/contract/route.js";
import type { routes } from "../../../../server/contract/routes.js";
import { debtsFile } from "../../../support/debts-file.js";
import { type Desk, openDesk } from "../../../support/desk.js";
import { CadenceClient, step, type View } from "./support/cadence-client.js";
import { forgetMessages, planDays, plannedMessages } from "./support/planned-days.js";

let desk: Desk;
let cadence: View;

beforeAll(async () => {
  desk = await openDesk({ debts: debtsFile([{ id: "late", dueDate: "2026-11-11" }]), environment: { SALDO_POLL_MS: "86400000" } });
  const client = new CadenceClient(desk.admin);
  const lists = Array.from({ length: 12 }, (_, list) => Array.from({ length: 99 }, (__, product) => `Línea ${list}-${product}`));
  const rule = { any: lists.map((products) => ({ attribute: "product", in: [...products, "Crédito hogar"] })) };
  const segment = await desk.admin.call<{ key: string }>("POST", "/api/segments", { name: "Todas las líneas", rule });
  const view = await client.create("Larga", segment.key);
  const days = [1, 5, 9, 13, 17, 21, 25, 29];
  cadence = await client.save(view, { steps: days.map((day) => step(day, { id: `long_${day}`, graceDays: 3 })) });
});
afterAll(() => desk?.close());

test("what it would bring is foreseen", async () => {
  const { messages } = await desk.admin.call<ResponseOf<typeof routes.cadences.simulate>>(
    "GET",
    `/api/cadences/${cadence.id}/simulation?of=draft&days=30`,
  );
  // Days 9, 13, 17, 21, 25 and 29 of being late; the cadence that goes first comes on days 12 and 20.
  expect(messages).toBe(6);
});

test("and planned, with everybody else's", async () => {
  await new CadenceClient(desk.admin).publish(cadence);
  await forgetMessages(desk);
  await planDays(desk, ["2026-11-20"]);
  expect((await plannedMessages(desk)).map(({ debtor, step: id }) => `${debtor} ${id}`)).toEqual(["late long_9"]);
});
