import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { Global, Module } from "@nestjs/common";
import type { NestFastifyApplication } from "@nestjs/platform-fastify";
import { verifyExport } from "../../../../server/modules/journal/export/verify-export.js";
import { AccountNamesView } from "../../../../server/modules/accounts/account-names.view.js";
import { AccountNames, DebtorNames, DecisionWords } from "../../../../server/modules/journal/index.js";
import { RefusalsInWords } from "../../../../server/modules/policy/decision-words.adapter.js";
import { DebtorNamesView } from "../../../../server/modules/portfolio/debtor-names.view.js";
import { JournalModule } from "../../../../server/modules/journal/journal.module.js";
import { Authenticator, type Caller } from "../../../../server/platform/http/authenticator.js";
import { HttpModule } from "../../../../server/platform/http/http.module.js";
import { createServer } from "../../../../server/platform/http/server.js";
import { PlatformModule } from "../../../../server/platform/platform.module.js";
import { QueueModule } from "../../../../server/platform/queue/queue.module.js";
import { WorkAccounts } from "../../../../server/platform/work/work-accounts.port.js";
import { RefusalJournal } from "../../../../server/platform/observability/refusal-journal.port.js";
import { SilentWorkAccounts } from "../../../support/silent-work-accounts.js";
import { type JournalBench, openJournal, TESTER, textOf } from "./support/journal-bench.js";
import { inPieces } from "./support/sample-export.js";

let bench: JournalBench;
let app: NestFastifyApplication;
let debtor: { readonly id: number; readonly publicId: string };

/** The bearer secret says who calls: a role, or the scopes of a key. */
class TestAuthenticator extends Authenticator {
  override async bySession(): Promise<Caller | null> {
    return null;
  }

  override async byApiKey(secret: string): Promise<Caller | null> {
    const accountId = bench.account.id;
    if (secret === "agent" || secret === "compliance") {
      return { actor: { kind: "person", accountId, hostUserId: 7, role: secret }, credential: secret };
    }
    return { actor: { kind: "machine", accountId, keyId: "019a", scopes: secret.split(",") }, credential: "019a" };
  }
}

@Global()
@Module({
  providers: [
    { provide: Authenticator, useClass: TestAuthenticator },
    { provide: WorkAccounts, useClass: SilentWorkAccounts },
    { provide: AccountNames, useClass: AccountNamesView },
    { provide: DebtorNames, useClass: DebtorNamesView },
    { provide: DecisionWords, useClass: RefusalsInWords },
    { provide: RefusalJournal, useValue: { record: () => Promise.resolve() } },
  ],
  exports: [AccountNames, Authenticator, DebtorNames, DecisionWords, RefusalJournal, WorkAccounts],
})
class IdentityModule {}

@Module({})
class TestModule {}

beforeAll(async () => {
  bench = await openJournal();
  debtor = await bench.addDebtor();
  await bench.addRecords(3);
  await bench.db.inUnitOfWork("test", async () => {
    const entry = { version: 1, actor: TESTER, debtorId: debtor.id } as const;
    bench.journal.append(bench.account.id, {
      ...entry,
      type: "message.intended",
      payload: { ref: "ref-1", template: "due_today", language: "es" },
      personal: { text: "Hola, Ana" },
    });
    bench.journal.append(bench.account.id, { ...entry, type: "payment.received", payload: { amount: { minor: 500_00, currency: "COP" } } });
  });
  const imports = [PlatformModule.register(bench.ports), QueueModule.register(bench.config), HttpModule, IdentityModule, JournalModule];
  app = await createServer({ module: TestModule, imports }, bench.config, () => async () => null);
});
afterAll(async () => {
  // Closes the database as well.
  await app.close();
  await bench.drop();
});

async function get(path: string, who = "compliance") {
  const answer = await app.inject({ method: "GET", url: path, headers: { authorization: `Bearer ${who}` } });
  return { status: answer.statusCode, type: answer.headers["content-type"], text: answer.body, raw: answer.rawPayload };
}
const json = async (path: string, who?: string) =>
  JSON.parse((await get(path, who)).text) as { items: { [name: string]: unknown }[]; next: string | null };

test("what records can be about is told in the reader's words", async () => {
  const { items } = await json("/api/journal/types?lang=es");
  expect(items).toContainEqual({ type: "payment.received", kind: "money", title: "Pago recibido" });
  expect(items).toContainEqual({ type: "segment.created", kind: "note", title: "Segmento “…” creado" });
  expect((await get("/api/journal/types", "agent")).status).toBe(403);
});

test("records come newest first, page by page", async () => {
  const first = await json("/api/journal?limit=2");
  expect(first.items.map(({ seq }) => seq)).toEqual([5, 4]);
  expect(first.items[1]).toMatchObject({
    type: "message.intended",
    title: "Message about to be sent",
    debtorId: debtor.publicId,
    personal: { text: "Hola, Ana" },
    actor: "system:test",
  });
  const second = await json(`/api/journal?limit=3&cursor=${first.next}`);
  expect([second.items.map(({ seq }) => seq), second.next]).toEqual([[3, 2, 1], null]);
  expect((await json(`/api/journal?type=payment.received&debtorId=${debtor.publicId}`)).items).toHaveLength(1);
  expect((await get("/api/journal?cursor=x")).status).toBe(422);
});

test("a key that may not read debtors sees no personal part; an agent sees no journal", async () => {
  const personalOf = async (who: string) => (await json("/api/journal?type=message.intended", who)).items[0]!["personal"];
  expect(await personalOf("journal:read")).toBeNull();
  expect(await personalOf("journal:read,debtors:read")).toEqual({ text: "Hola, Ana" });
  expect((await get("/api/journal", "debtors:read")).status).toBe(403);
  expect((await get("/api/journal", "agent")).status).toBe(403);
  expect((await get("/api/journal/export", "agent")).status).toBe(403);
});

test("the timeline tells a debtor's records as sentences", async () => {
  const timeline = await json(`/api/debtors/${debtor.publicId}/timeline?lang=es`, "agent");
  expect(timeline.items).toMatchObject([
    { kind: "money", title: "Pago recibido: COP\u00a0500", text: null, actor: "system:test", message: null },
    { kind: "message", title: "Mensaje por enviar", text: "Hola, Ana", language: "es", message: "ref-1" },
  ]);
  expect((await json(`/api/debtors/${debtor.publicId}/timeline?kind=money`, "agent")).items).toHaveLength(1);
  expect((await get("/api/debtors/019a0000-0000-7000-8000-000000000000/timeline", "agent")).status).toBe(404);
});

test("a debtor of another account is not found", async () => {
  const stranger = await bench.addDebtor((await bench.addAccount()).id);
  expect((await get(`/api/debtors/${stranger.publicId}/timeline`, "agent")).status).toBe(404);
  expect((await get(`/api/journal?debtorId=${stranger.publicId}`)).status).toBe(404);
});

test("the journal verifies and exports over HTTP, and says who did so", async () => {
  expect(JSON.parse((await get("/api/journal/verify")).text)).toMatchObject({ ok: true, firstBad: null });
  const { status, type, raw } = await get("/api/journal/export");
  expect([status, type]).toEqual([200, "application/x-ndjson"]);
  expect(await verifyExport(inPieces(raw))).toMatchObject({ ok: true, account: bench.account.publicId });
  const { items } = await json("/api/journal?limit=3");
  expect(items.map((item) => [item["type"], item["actor"]])).toEqual([
    ["checkpoint.signed", "system:checkpoints"],
    ["journal.exported", "user:7"],
    ["journal.verified", "user:7"],
  ]);
});

test("the live feed sends the newest number at once, each new one after it, and ends by itself", async () => {
  const before = (await bench.store.head(bench.account.id))!.seq;
  // Resolves with the first bytes: from then on the feed is listened to, and time may pass.
  const answer = await app.inject({ method: "GET", url: "/api/live", headers: { authorization: "Bearer agent" }, payloadAsStream: true });
  expect([answer.statusCode, answer.headers["content-type"]]).toEqual([200, "text/event-stream"]);
  const events = textOf(answer.stream());
  await bench.clock.runFor(1_000);
  await bench.addRecords(1);
  await bench.clock.runFor(60_000);
  await bench.addRecords(2);
  await bench.clock.runFor(300_000);
  const text = await events;
  expect([...text.matchAll(/event: journal\ndata: (.*)\n\n/g)].map((match) => JSON.parse(match[1]!) as unknown)).toEqual(
    [before, before + 1, before + 3].map((seq) => ({ seq })),
  );
  expect(text).toContain("retry: 1000\n\n");
});
