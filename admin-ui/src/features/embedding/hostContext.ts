/** What the helpdesk's tab hands over. Unsigned: a hint about which conversation is open, never an identity. */
export interface HostContext {
  conversationId: number;
}

export const FETCH_INFO = "chatwoot-dashboard-app:fetch-info";

/** Reads an `appContext` message: a JSON string with a positive conversation id. Anything else is undefined. */
export function readContext(data: unknown): HostContext | undefined {
  if (typeof data !== "string" || data.length > 2_000_000) return undefined;
  const message = parse(data);
  if (!isRecord(message) || message["event"] !== "appContext" || !isRecord(message["data"])) return undefined;
  const { conversation } = message["data"];
  if (!isRecord(conversation)) return undefined;
  const { id } = conversation;
  return typeof id === "number" && Number.isSafeInteger(id) && id > 0 ? { conversationId: id } : undefined;
}

/** Only the page that frames us, and only under the origin this account's helpdesk has. */
export function isFromHost(event: Pick<MessageEvent, "origin" | "source">, hostOrigin: string, parent: unknown): boolean {
  return event.origin === hostOrigin && event.source === parent;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
