import { SCOPES } from "../../../server/contract/route.js";
import { request } from "undici";
import { AlertRounds } from "../../../server/modules/kpis/alerts/alert-rounds.service.js";
import { fraction } from "../../../server/modules/kpis/metrics/domain/arithmetic/fraction.js";
import { Projector } from "../../../server/modules/kpis/index.js";
import { LevelMarksStore } from "../../../server/modules/escalations/clocks/level-marks.store.js";
import { Mails } from "../../../server/modules/accounts/index.js";
import { ParkedWork } from "../../../server/platform/work/parked-work.service.js";
import { SECOND } from "../../../server/shared/instant.js";
import { debtsFile, type FileDebt } from "../../support/debts-file.js";
import { type Desk, type DeskOptions, openDesk, TOKENS } from "../../support/desk.js";

/** Words that must never be seen where personal data has no place; each stands for one kind. */
export const MARKS = {
  name: "Xiomara Zuleyka",
  phone: "+573009998877",
  inbound: "ya lo pagué en la ventanilla esmeralda",
  holdNote: "nota del perito Quevedo",
  paymentReason: "devuelto por la cajera Hortensia",
  acceptedBy: "Laura Medina",
} as const;

const DEBTS: readonly FileDebt[] = [
  { id: "C-1", name: MARKS.name, phone: MARKS.phone, reference: "CH-1000" },
  { id: "C-2", name: "Teodolinda Vargas", phone: "+573005550002", reference: "CH-1001" },
  { id: "C-3", name: "Sin Consentimiento", phone: "+573005550003", consent: "no", reference: "CH-1002" },
];

export interface LivedInDesk extends Desk {
  /** Display id of the conversation with the first debtor. */
  readonly conversationId: number;
  /** Secret of an API key with every scope. */
  readonly apiKey: string;
}

/** An account with something in nearly every table: an import with a refused row and a snapshot that lacks a debt, reminders, an answer, a promise, holds, payments, a key, a grant, work that was parked. */
export async function livedInDesk(options: Omit<DeskOptions, "debts"> = {}): Promise<LivedInDesk> {
  const debts = `${debtsFile(DEBTS)}C-4,"Fecha Rota",+573005550004,CO,es,whatsapp,contrato,2025-03-12,CH-1003,Crédito,10.00,10.00,COP,ayer\n`;
  const desk = await openDesk({ ...options, debts });
  const { admin, clock } = desk;
  await admin.call("POST", "/api/people/4/compliance", { granted: true });
  const { secret } = await admin.call<{ secret: string }>("POST", "/api/keys", {
    name: "núcleo bancario",
    scopes: [...SCOPES],
  });
  await desk.turnOn();
  await clock.runFor(60 * SECOND);
  const reminder = desk.sent().find((message) => message.content.includes("Xiomara"));
  if (!reminder) throw new Error("The first debtor was not reminded");
  const conversation = desk.sandbox.conversations.must(reminder.conversationId);
  desk.sandbox.playDebtor({ accountId: 1, conversationId: conversation.displayId, text: MARKS.inbound, replyToMessageId: reminder.id });
  await clock.runFor(20 * SECOND);
  await promise(desk);
  const { items } = await admin.call<{ items: { id: string; externalId: string }[] }>("GET", "/api/debtors");
  const second = items.find((debtor) => debtor.externalId === "C-2");
  await admin.call("POST", `/api/debtors/${second?.id}/holds`, { reason: "manual", note: MARKS.holdNote });
  const payment = { amount: "100.00", currency: "COP", valueDate: "2026-11-20" };
  const { id } = await admin.call<{ id: string }>("POST", "/api/payments", { ...payment, externalId: "P-1", debtReference: "CH-1001" });
  await admin.call("POST", `/api/payments/${id}/reverse`, { reason: MARKS.paymentReason });
  await admin.call("POST", "/api/payments", { ...payment, externalId: "P-2" });
  await admin.call("POST", "/api/payments", { ...payment, externalId: "P-3", debtReference: "1002 y otra" });
  const text = debtsFile(DEBTS.slice(0, 2));
  const snapshot = { kind: "debts", mode: "snapshot", fileName: "abiertas.csv", text, background: true, saveProfile: "Núcleo" };
  await admin.call("POST", "/api/segments", { name: "Ciruelas", rule: { attribute: "days_past_due", min: 1 } });
  await numbers(desk);
  await mailedReport(desk);
  await worked(desk);
  await admin.call("POST", "/api/imports", snapshot);
  await block(desk, "+573005550003");
  await clock.runFor(5 * SECOND);
  await desk.db.inUnitOfWork("test", () =>
    desk.app.get(ParkedWork).add(desk.account.id, "segments", { subject: "segment", subjectId: 1 }, "data.malformed"),
  );
  await level(desk);
  return Object.assign(desk, { conversationId: conversation.displayId, apiKey: secret });
}

/** What an account sets, enters and has made of its figures. */
async function numbers({ admin, app, account }: Desk): Promise<void> {
  await admin.call("PUT", "/api/metrics/recovery.period/objective", { from: 40, reason: "acordado" });
  const rule = { side: "above", raise: 2, clear: 1, readings: 1, days: 1, least: 1, note: null, mail: false, on: true } as const;
  const metric = "portfolio.debtors";
  await admin.call("PUT", `/api/alerts/rules/${metric}`, { ...rule, reason: "para verlo" });
  const reading = { currency: "", value: fraction(3), silent: null, figure: "3", n: 3 };
  await app.get(AlertRounds).take(account.id, "2026-11-19", [{ rule: { ...rule, metric }, ...reading }]);
  await admin.call("POST", "/api/costs", { kind: "tools", amount: "10.00", currency: "COP", from: "2026-11-01", note: "factura 7" });
  const published = { to: 5, source: "Cámara del sector", dated: "2026-06-01", reason: "más cercana" };
  await admin.call("PUT", "/api/benchmarks", { key: "cost.per-recovered/all", ...published });
  await admin.call("PUT", "/api/prices", { country: "CO", category: "utility", price: "32.5", currency: "COP", from: "2026-10-01" });
  await admin.call("PUT", "/api/rates", {
    currency: "COP",
    into: "USD",
    day: "2026-11-01",
    rate: "0.00025",
    source: "Banco de la República",
  });
}

/** An agent makes a contact of the number and blocks it. */
async function block({ sandbox, clock }: Desk, phone: string): Promise<void> {
  const headers = { "content-type": "application/json", api_access_token: TOKENS.agent };
  const ask = (method: "POST" | "PATCH", path: string, body: object) =>
    clock.during(() => request(`${sandbox.url}/api/v1/accounts/1/${path}`, { method, headers, body: JSON.stringify(body) }));
  const made = await ask("POST", "contacts", { name: "Bloqueado", phone_number: phone, inbox_id: 1 });
  const { payload } = (await made.body.json()) as { payload: { contact: { id: number } } };
  await (await ask("PATCH", `contacts/${payload.contact.id}`, { blocked: true })).body.dump();
}

/** The second debtor asks for more time and names a day. */
async function promise({ sandbox, clock, ...desk }: Desk): Promise<void> {
  const reminder = desk.sent().find((message) => message.content.includes("Teodolinda"));
  if (!reminder) throw new Error("The second debtor was not reminded");
  const conversation = sandbox.conversations.must(reminder.conversationId);
  for (const text of ["Recordarme después", "el 24"]) {
    sandbox.playDebtor({ accountId: 1, conversationId: conversation.displayId, text });
    await clock.runFor(20 * SECOND);
  }
}

/** A case on whose check-list somebody ticked a point. */
async function worked({ admin }: Desk): Promise<void> {
  const { items } = await admin.call<{ items: { id: string }[] }>("GET", "/api/cases");
  await admin.call("POST", `/api/cases/${items[0]?.id}/checks/tell_outcome`, { done: true });
}

/** A report that waits for a mail server, and a schedule by which the next goes outside. */
async function mailedReport({ admin, app, db, account }: Desk): Promise<void> {
  await app.get(Projector).catchUp(account.id);
  const { id: about } = await admin.call<{ id: string }>("POST", "/api/reports", { kind: "daily" });
  const content = { subject: "Informe", html: "", text: "", files: [] };
  const letter = { recipient: "user:1", address: "laura@alameda.example", content };
  await db.inUnitOfWork("test", () => app.get(Mails).write(account.id, { purpose: "report", about }, [letter]));
  const outside = { address: "tesoreria@alameda.example", lang: "es", reason: "lo pide tesorería" };
  await admin.call("POST", "/api/report-schedules/monthly/outside", outside);
  await admin.call("PUT", "/api/report-schedules/monthly", { enabled: true, at: "07:00", people: [] });
}

/** A clock of the first case has reached a level. */
async function level({ app, db, account, clock }: Desk): Promise<void> {
  const [waits] = await db.rows<{ id: number }>("select id from escalation where account_id = ? order by id limit 1", [account.id]);
  const now = clock.now();
  const mark = { case_id: waits!.id, clock: "owner", cycle: 1, level: "soon", public_id: "0193a000-0000-7000-8000-000000000001" } as const;
  const told = { told: "owner", told_to: null, actions: "panel", telling: "told", tell_at: null, told_at: now } as const;
  await db.inUnitOfWork("test", () => app.get(LevelMarksStore).add(account.id, [{ ...mark, due_at: now, fired_at: now, ...told }]));
}
