import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { ContactDiagnosisView } from "../../../../../server/contract/kpis/diagnosis.contract.js";
import { CONTACT_TRY } from "../../../../../server/modules/kpis/kpis.tables.js";
import { DAY } from "../../../../../server/shared/instant.js";
import { type Desk, openDesk, TOKENS } from "../../../../support/desk.js";

const MADE = Date.parse("2026-11-18T15:00:00Z");
let desk: Desk;
let written = 0;
beforeAll(async () => {
  desk = await openDesk({ ticks: "none" });
});
afterAll(() => desk?.close());

type Fate = "answered" | "delivered" | "invalid" | "silent" | "refused";
/** As the projection keeps attempts; how it gets there is told elsewhere. */
const tries = (count: number, fate: Fate, { day = "2026-11-18", hour = 10, template = "saldo_aviso" } = {}) =>
  desk.db.inUnitOfWork("test", () =>
    desk.db.insert(
      CONTACT_TRY,
      Array.from({ length: count }, () => {
        const at = (happened: boolean) => (happened ? MADE + 1_000 : null);
        const arrived = fate === "answered" || fate === "delivered";
        return {
          account_id: desk.account.id,
          ref: `r-${written++}`,
          debtor_id: 1,
          origin: "cadence",
          channel: "whatsapp",
          template,
          actor: "system:dispatch",
          made_at: MADE,
          made_recorded: MADE,
          day,
          hour,
          delivered_at: at(arrived),
          delivered_recorded: at(arrived),
          failed_at: at(fate === "invalid" || fate === "refused"),
          failed_recorded: at(fate === "invalid" || fate === "refused"),
          failure: fate === "invalid" ? "131026" : fate === "refused" ? "131049" : null,
          answered_at: at(fate === "answered"),
          answered_recorded: at(fate === "answered"),
        };
      }),
    ),
  );
const told = (query = "") => desk.admin.call<ContactDiagnosisView>("GET", `/api/diagnosis/contact${query}`);

test("before there is enough, nobody can say yet", async () => {
  await tries(40, "answered");
  expect(await told()).toMatchObject({ state: "too_few", attempts: 40, answered: 40, least: 100, floor: 70, rate: "100.0", suspects: [] });
});

test("numbers at which nobody is are to blame, with what was counted", async () => {
  await tries(50, "invalid");
  await tries(10, "silent");
  await tries(5, "refused");
  await tries(10, "delivered");
  expect(await told()).toMatchObject({
    state: "found",
    leading: "number",
    attempts: 115,
    delivered: 50,
    answered: 40,
    invalid: 50,
    silent: 10,
    lacking: 41,
    rate: "34.8",
  });
});

test("another hour and text lag: what most answers are missed by comes first", async () => {
  await tries(200, "delivered", { day: "2026-11-20", hour: 18, template: "saldo_firme" });
  await tries(300, "answered");
  const found = await told();
  expect(found.suspects.map(({ cause }) => cause)).toEqual(["hour", "template", "number"]);
  expect(found.suspects[0]!.groups[0]).toMatchObject({ weekday: 5, hour: 18, delivered: 200, answered: 0, others: { delivered: 350 } });
  expect(found.suspects[1]!.groups[0]).toMatchObject({ template: "saldo_firme" });
});

test("as it was known then, of the days asked for, by the objective in force; an agent may look", async () => {
  const agent = await desk.signIn(TOKENS.agent);
  const before = new Date(MADE - DAY).toISOString();
  expect(await agent.call<ContactDiagnosisView>("GET", `/api/diagnosis/contact?asOf=${before}`)).toMatchObject({ attempts: 0, rate: null });
  expect(await told("?from=2026-11-20")).toMatchObject({ from: "2026-11-20", attempts: 200 });
  const objective = "/api/metrics/contact.successful.attempts/objective";
  await desk.admin.call("PUT", objective, { from: 40, attention: 20, reason: "cartera vieja" });
  expect(await told()).toMatchObject({ floor: 20, state: "well" });
});
