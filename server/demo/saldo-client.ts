import { request } from "undici";

/** Speaks to Saldo over its own HTTP API, as a person's browser or a machine does: the demo has no other door. */
export class SaldoClient {
  private cookie = "";
  private again: (() => Promise<unknown>) | null = null;

  /** @param key of a machine; people sign in instead */
  constructor(
    private readonly origin: string,
    private readonly key: string | null = null,
  ) {}

  async call<T>(method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE", path: string, body?: unknown): Promise<T> {
    const text = await this.text(method, path, body);
    return (text ? JSON.parse(text) : undefined) as T;
  }

  /** The answer as it came. */
  async text(method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE", path: string, body?: unknown): Promise<string> {
    const response = await request(this.origin + path, {
      method,
      headers: {
        ...(this.key === null ? { "x-saldo": "1", origin: this.origin } : { authorization: `Bearer ${this.key}` }),
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...(this.cookie ? { cookie: this.cookie } : {}),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const set = response.headers["set-cookie"];
    const first = Array.isArray(set) ? set[0] : set;
    if (first) this.cookie = first.split(";")[0] ?? "";
    const text = await response.body.text();
    if (response.statusCode === 401 && this.again) {
      // The session is over, as it is for people who were away for some hours.
      await this.again();
      return this.text(method, path, body);
    }
    if (response.statusCode >= 400) throw new Error(`${method} ${path} answered ${response.statusCode}: ${text.slice(0, 400)}`);
    return text;
  }

  /** Sends a file ahead of its import. @returns its id */
  async upload(fileName: string, text: string): Promise<string> {
    const response = await request(`${this.origin}/api/uploads?fileName=${encodeURIComponent(fileName)}`, {
      method: "POST",
      headers: { authorization: `Bearer ${this.key}`, "content-type": "application/octet-stream" },
      body: text,
    });
    const answer = await response.body.text();
    if (response.statusCode >= 400) throw new Error(`POST /api/uploads answered ${response.statusCode}: ${answer.slice(0, 400)}`);
    return (JSON.parse(answer) as { id: string }).id;
  }

  async signIn(account: string, accessToken: string): Promise<unknown> {
    this.again = null;
    const me = await this.call("POST", "/api/session", { account, accessToken });
    this.again = () => this.signIn(account, accessToken);
    return me;
  }
}
