import { request } from "undici";
import type { Instant } from "../../shared/instant.js";
import type { Past } from "../past.js";
import { demoPeople } from "../demo-installation.js";
import { SaldoClient } from "../saldo-client.js";
import { askForFigures } from "./ask-for-figures.js";
import type { Recording, ReportedStatus, SentMessage } from "./recording.js";
import { lookAtWidgets } from "./widgets.js";

interface GraphRequest {
  readonly at: number;
  readonly messageId: number;
  readonly to: string;
  readonly type: SentMessage["kind"];
  readonly payload: {
    readonly name?: string;
    readonly language?: { readonly code?: string };
    readonly components?: readonly { readonly type: string; readonly parameters: readonly { readonly text?: string }[] }[];
  };
  readonly refusal: string | null;
}

interface ListedMessage {
  readonly id: number;
  readonly content: string | null;
  readonly ref: string | null;
}

/** Gathers what went over the doors: the helpdesk's requests to Meta, what was posted, the journal's export, and what the panel shows. */
export async function record(past: Past, end: Instant): Promise<Recording> {
  const { desk, days, start, approvals } = past;
  const get = async <T>(path: string) => (await (await request(desk.sandboxUrl + path)).body.json()) as T;
  const listed = await get<{ payload: readonly ListedMessage[] }>("/sandbox/api/messages?accountId=1");
  const messages = new Map(listed.payload.map((message) => [message.id, message]));
  const sent = (await get<readonly GraphRequest[]>("/sandbox/api/graph-requests")).map(
    ({ at, messageId, to, type, payload, refusal }): SentMessage => {
      const message = messages.get(messageId);
      const template = type === "template" ? { name: payload.name ?? "", language: payload.language?.code ?? "" } : null;
      const body = payload.components?.find((component) => component.type === "body")?.parameters ?? [];
      const parameters = body.map(({ text }) => text ?? "");
      return { id: messageId, at, to, ref: message?.ref ?? null, kind: type, template, text: message?.content ?? "", parameters, refusal };
    },
  );
  const statuses = await get<readonly ReportedStatus[]>("/sandbox/api/statuses");
  const compliance = new SaldoClient(desk.saldoUrl);
  await compliance.signIn(past.installed.account, demoPeople().compliance.token);
  const told = { sent, statuses, received: days.street.received, payments: days.payments, files: days.files, identified: days.identified };
  return {
    start,
    end,
    ...told,
    approvals,
    journal: await compliance.text("GET", "/api/journal/export"),
    widgets: await lookAtWidgets(compliance),
    asked: await askForFigures(compliance, { start, end, ...told }),
  };
}
