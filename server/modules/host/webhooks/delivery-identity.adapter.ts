import { createHash } from "node:crypto";

export interface DeliveryIdentity {
  readonly dedupeKey: string;
  readonly signedHash: string;
}

/**
 * What makes a delivery known. Its id is not under the signature, so it proves nothing alone: who has seen one delivery could send it again
 * under another id, or send it first under an id that a later one will have. The same id makes known what has the same body; the same signed
 * bytes are known under any id.
 */
export function identityOf(delivery: {
  readonly deliveryId: string | undefined;
  readonly timestamp: string | undefined;
  readonly body: Uint8Array;
}): DeliveryIdentity {
  const { deliveryId, timestamp, body } = delivery;
  const id = deliveryId && /^[\w-]{8,64}$/.test(deliveryId) ? deliveryId : "";
  return { dedupeKey: hash(id, body), signedHash: hash(timestamp ?? "", body) };
}

function hash(prefix: string, body: Uint8Array): string {
  return createHash("sha256").update(`${prefix}.`).update(body).digest("hex");
}
