import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { z } from "zod";
import type { ContactOutlook } from "../../../../server/contract/cadences.contract.js";
import { remindedDebtor, type RemindedDebtor } from "./support/reminded-debtor.js";

type Outlook = z.infer<typeof ContactOutlook>;

let debtor: RemindedDebtor;
beforeAll(async () => {
  debtor = await remindedDebtor();
});
afterAll(() => debtor?.close());

test("a stop is confirmed, closes the channel and calls nobody", async () => {
  await debtor.write("BAJA");
  expect(debtor.replies()).toEqual([expect.stringContaining("no le enviará más recordatorios")]);
  expect(await debtor.rows("select channel, source, ended_at from opt_out where account_id = ?")).toEqual([
    { channel: "whatsapp", source: "chat", ended_at: null },
  ]);
  expect(await debtor.rows("select consent, consent_source from contact_point where account_id = ?")).toEqual([
    { consent: "withdrawn", consent_source: "reply" },
  ]);
  expect(await debtor.rows("select id from escalation where account_id = ?")).toEqual([]);
  expect(await debtor.journal()).toEqual(expect.arrayContaining(["reply.received", "opt_out.recorded", "consent.withdrawn"]));
});

test("a second stop confirms nothing more", async () => {
  await debtor.write("No me escriban más");
  expect(debtor.replies()).toHaveLength(1);
  expect(await debtor.rows("select id from opt_out where account_id = ?")).toHaveLength(1);
  const intents = await debtor.rows<{ intent: string }>("select intent from inbound_message where account_id = ? order by id");
  expect(intents.map((row) => row.intent)).toEqual(["opt_out", "opt_out"]);
});

test("whatever falls due from now on is denied, by consent and by opt-out", async () => {
  const [row] = await debtor.rows<{ public_id: string }>("select public_id from debtor where account_id = ?");
  const outlook = await debtor.desk.admin.call<Outlook>("GET", `/api/debtors/${row?.public_id}/outlook?lang=en`);
  expect(outlook.decision.verdict).toBe("deny");
  const failed = outlook.decision.rules.filter((rule) => rule.verdict === "fail").map((rule) => rule.rule);
  expect(failed).toEqual(expect.arrayContaining([expect.stringMatching(/opt.?out/), expect.stringMatching(/consent/)]));
  const days = outlook.days.flatMap((day) => day.cells).filter((cell) => cell.channel === "whatsapp");
  expect(days.every((cell) => cell.state !== "open")).toBe(true);
});
