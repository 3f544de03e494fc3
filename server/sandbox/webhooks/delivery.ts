import { createHmac } from "node:crypto";
import { Agent, request } from "undici";
import type { JsonObject } from "../state/records.js";

const TIMEOUT = 5_000;
const MOST_REDIRECTS = 10;

export interface Delivery {
  readonly url: string;
  readonly secret: string;
  readonly deliveryId: string;
  readonly payload: JsonObject;
}

export interface DeliveryResult {
  /** Null when no answer came. */
  readonly status: number | null;
  readonly error: string | null;
}

/** The host's webhook request: signed, posted once, five seconds, redirects re-posted with the same signature. Never throws. */
export class WebhookSender {
  private readonly agent = new Agent({ headersTimeout: TIMEOUT, bodyTimeout: TIMEOUT, connect: { timeout: TIMEOUT } });

  /** @param now epoch milliseconds for the signature's timestamp */
  async post({ url, secret, deliveryId, payload }: Delivery, now: number): Promise<DeliveryResult> {
    const body = railsJson(payload);
    const timestamp = String(Math.floor(now / 1000));
    const headers = {
      "Content-Type": "application/json",
      Accept: "application/json",
      "X-Chatwoot-Delivery": deliveryId,
      "X-Chatwoot-Timestamp": timestamp,
      "X-Chatwoot-Signature": `sha256=${createHmac("sha256", secret).update(`${timestamp}.${body}`).digest("hex")}`,
    };
    try {
      let target = url;
      for (let hop = 0; hop <= MOST_REDIRECTS; hop++) {
        const response = await request(target, { method: "POST", headers, body, dispatcher: this.agent });
        await response.body.dump();
        const location = response.headers["location"];
        if (response.statusCode < 300 || response.statusCode >= 400 || typeof location !== "string") {
          return { status: response.statusCode, error: null };
        }
        target = new URL(location, target).href;
      }
      return { status: null, error: "too many redirects" };
    } catch (error) {
      return { status: null, error: error instanceof Error ? error.message : String(error) };
    }
  }

  close(): Promise<void> {
    return this.agent.destroy();
  }
}

const ESCAPES: Record<string, string> = { "<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029" };

/** Rails escapes these characters, so a receiver that re-serialises the body before verifying the signature fails. */
export function railsJson(value: JsonObject): string {
  return JSON.stringify(value).replace(/[<>&\u2028\u2029]/gu, (character) => ESCAPES[character]!);
}
