import { createHmac, randomUUID } from "node:crypto";
import { AccountDirectory } from "../../../../../server/modules/accounts/index.js";
import type { Desk } from "./desk.js";

export interface Delivery {
  readonly body: string | object;
  readonly secret?: string;
  readonly key?: string;
  readonly deliveryId?: string;
  /** Unix seconds. */
  readonly timestamp?: number;
  readonly signature?: string;
  readonly contentType?: string;
}

/** Posts a webhook to the account's door as the helpdesk would, signed with the account's secret unless told otherwise. @returns the status */
export async function deliver(desk: Desk, accountId: number, delivery: Delivery): Promise<number> {
  const directory = desk.app.get(AccountDirectory);
  const secret = delivery.secret ?? (await directory.webhookSecret(accountId)) ?? "";
  const key = delivery.key ?? (await directory.get(accountId)).webhookKey;
  const body = typeof delivery.body === "string" ? delivery.body : JSON.stringify(delivery.body);
  const timestamp = String(delivery.timestamp ?? Math.floor(desk.clock.now() / 1000));
  const response = await fetch(`${desk.config.publicUrl}/hooks/chatwoot/${key}`, {
    method: "POST",
    headers: {
      "content-type": delivery.contentType ?? "application/json",
      "x-chatwoot-delivery": delivery.deliveryId ?? randomUUID(),
      "x-chatwoot-timestamp": timestamp,
      "x-chatwoot-signature": delivery.signature ?? `sha256=${createHmac("sha256", secret).update(`${timestamp}.${body}`).digest("hex")}`,
    },
    body,
  });
  await response.arrayBuffer();
  return response.status;
}

/** A message event of account 1 of the sandbox, in the host's shape. */
export function messageEvent(overrides: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    event: "message_created",
    id: 501,
    content: "Hola",
    content_type: "text",
    content_attributes: {},
    message_type: "incoming",
    private: false,
    source_id: "wamid.1",
    created_at: "2026-11-23T14:00:00.000Z",
    account: { id: 1, name: "Alameda Hogar" },
    sender: { id: 70, name: "Ana" },
    conversation: {
      id: 31,
      inbox_id: 1,
      status: "open",
      labels: [],
      contact_inbox: { contact_id: 70, source_id: "573001112233" },
      meta: { sender: { id: 70 } },
      messages: [],
    },
    ...overrides,
  };
}

export function storedDeliveries(
  desk: Desk,
): Promise<
  { account_id: number; event: string; processed_at: number | null; attempts: number; problem: string | null; body_sealed: string | null }[]
> {
  return desk.db.rows("select account_id, event, processed_at, attempts, problem, body_sealed from webhook_delivery order by id");
}
