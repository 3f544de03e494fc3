import { request } from "undici";
import type { Route } from "../../../server/contract/route.js";

export interface Answer {
  readonly status: number;
  readonly text: string;
  /** The body as JSON; null when it is none. */
  readonly json: { readonly [key: string]: unknown } | null;
  readonly cookie: string | null;
  /** Seconds after which to come back. */
  readonly retryAfter: string | null;
}

export interface Call {
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Sent as it is; name its content type in `headers`. */
  readonly raw?: string | Buffer;
}

/** Calls Saldo over HTTP as one particular caller and takes whatever answer comes. */
export class Caller {
  constructor(
    private readonly origin: string,
    private readonly headers: Readonly<Record<string, string>> = {},
  ) {}

  /** A person who signed in with a helpdesk token, calling as the panel does. */
  static async person(origin: string, account: string, accessToken: string): Promise<Caller> {
    const anyone = new Caller(origin, { "x-saldo": "1", origin });
    const answer = await anyone.call("POST", "/api/session", { body: { account, accessToken } });
    if (answer.status !== 200 || !answer.cookie) throw new Error(`Signing in answered ${answer.status}: ${answer.text}`);
    return anyone.with({ cookie: answer.cookie });
  }

  /** A machine with an API key: no cookie, no origin. */
  static machine(origin: string, secret: string): Caller {
    return new Caller(origin, { authorization: `Bearer ${secret}` });
  }

  with(headers: Readonly<Record<string, string>>): Caller {
    return new Caller(this.origin, { ...this.headers, ...headers });
  }

  /** The same caller without one of its headers. */
  without(header: string): Caller {
    const { [header]: _dropped, ...headers } = this.headers;
    return new Caller(this.origin, headers);
  }

  async call(method: Route["method"], path: string, { headers, body, raw }: Call = {}): Promise<Answer> {
    const response = await request(this.origin + path, {
      method,
      headers: { ...(body === undefined ? {} : { "content-type": "application/json" }), ...this.headers, ...headers },
      ...(raw === undefined ? (body === undefined ? {} : { body: JSON.stringify(body) }) : { body: raw }),
    });
    const set = response.headers["set-cookie"];
    const cookie = (Array.isArray(set) ? set[0] : set)?.split(";")[0] ?? null;
    const retryAfter = response.headers["retry-after"]?.toString() ?? null;
    // The live feed never ends by itself.
    if (String(response.headers["content-type"]).startsWith("text/event-stream")) {
      response.body.destroy();
      return { status: response.statusCode, text: "", json: null, cookie, retryAfter };
    }
    const text = await response.body.text();
    return { status: response.statusCode, text, json: parsed(text), cookie, retryAfter };
  }
}

function parsed(text: string): Answer["json"] {
  try {
    return JSON.parse(text) as Answer["json"];
  } catch {
    return null;
  }
}
