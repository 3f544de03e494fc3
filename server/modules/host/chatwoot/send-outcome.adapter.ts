import type { OutboundError } from "../../../platform/http/outbound/outbound-error.js";
import type { SendOutcome } from "../host-api.port.js";
import type { HostAnswer } from "./chatwoot-client.adapter.js";
import { CreatedMessage } from "./shapes.adapter.js";

/**
 * What an answer to the one POST of a message proves. Refusals that the host gives before it creates anything (401, 403, 404; 429 comes from a
 * filter in front of it) prove that there is no message. A 422 does not: the host answers it for a message it has stored and then failed on.
 */
export function sendOutcomeOf(answer: HostAnswer): SendOutcome {
  const { status } = answer;
  if (status === 401 || status === 403) return { kind: "not_created", reason: "unauthorised", status };
  if (status === 404) return { kind: "not_created", reason: "missing", status };
  if (status === 429) return { kind: "not_created", reason: "throttled", status };
  if (status >= 500) return { kind: "unknown", reason: "server_error", status };
  if (status >= 400) return { kind: "unknown", reason: "unprocessable", status };
  const message = status < 300 ? CreatedMessage.safeParse(answer.json).data : undefined;
  if (!message) return { kind: "unknown", reason: "unreadable", status };
  return { kind: "accepted", hostMessageId: message.id, hostCreatedAt: message.created_at ?? null, sourceId: message.source_id ?? null };
}

export function outcomeOfFailure(error: OutboundError): SendOutcome {
  if (!error.left) return { kind: "not_created", reason: "unreachable", status: null };
  const reason = error.kind === "timeout" ? "timeout" : error.kind === "too_large" ? "unreadable" : "reset";
  return { kind: "unknown", reason, status: null };
}
