import { afterEach } from "@jest/globals";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { SteppedClock } from "../../../../server/platform/clock/stepped-clock.js";
import { SeededRandom, SystemEntropy } from "../../../../server/platform/crypto/randomness.js";
import { createSandbox, demoSeed, type Sandbox, type SandboxSeed, type TemplateSubmission } from "../../../../server/sandbox/index.js";

export const ADMIN = "sandbox-token-laura-admin";
export const AGENT = "sandbox-token-diego-agent";
export const OTHER_ACCOUNT_ADMIN = "sandbox-token-ines-admin";
export const START = Date.parse("2026-11-23T14:00:00Z");

/** JSON as it came over the wire; the readers walk a dotted path. */
export interface Parsed {
  readonly body: unknown;
  at(path: string): unknown;
  number(path: string): number;
  string(path: string): string;
}

export interface Answer extends Parsed {
  readonly status: number;
  readonly text: string;
}

export interface Received extends Parsed {
  readonly headers: IncomingHttpHeaders;
  readonly raw: string;
}

export interface Stage {
  readonly clock: SteppedClock;
  readonly sandbox: Sandbox;
  /** One request with a token, account 1 unless the path starts with `/`. */
  call(method: string, path: string, body?: unknown, token?: string): Promise<Answer>;
  get(path: string, token?: string): Promise<Answer>;
  post(path: string, body: unknown, token?: string): Promise<Answer>;
  /** Registers a webhook for these events and collects what arrives. */
  subscribe(...events: string[]): Promise<{ readonly secret: string; readonly received: Received[] }>;
  /** A contact with a snoozed conversation. */
  conversation(phone?: string): Promise<{ readonly contactId: number; readonly id: number }>;
  /** Submits `DUE_TEMPLATE`, waits for its approval and syncs it into the host. */
  template(name?: string): Promise<void>;
}

const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

/** A sandbox on a stepped clock, with real HTTP in between; closed after each test. */
export async function stage(seed: SandboxSeed = demoSeed()): Promise<Stage> {
  const clock = new SteppedClock(START);
  const sandbox = await createSandbox({ clock, random: new SeededRandom(7), entropy: new SystemEntropy(), nodeEnv: "test", seed });
  open.push(() => sandbox.close());

  const call: Stage["call"] = (method, path, body, token = ADMIN) =>
    clock.during(async () => {
      const url = path.startsWith("/") ? sandbox.url + path : `${sandbox.url}/api/v1/accounts/1/${path}`;
      const response = await fetch(url, {
        method,
        headers: { "content-type": "application/json", api_access_token: token },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      return { status: response.status, text, ...parsed(text) };
    });
  const get: Stage["get"] = (path, token) => call("GET", path, undefined, token);
  const post: Stage["post"] = (path, body, token) => call("POST", path, body, token);

  return {
    clock,
    sandbox,
    call,
    get,
    post,
    async subscribe(...events) {
      const received: Received[] = [];
      const server = createServer((request, response) => {
        const chunks: Buffer[] = [];
        request.on("data", (chunk: Buffer) => chunks.push(chunk));
        request.on("end", () => {
          const raw = Buffer.concat(chunks).toString();
          received.push({ headers: request.headers, raw, ...parsed(raw) });
          response.end();
        });
      });
      await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
      open.push(() => new Promise((resolve) => server.close(() => resolve())));
      const { port } = server.address() as AddressInfo;
      const answer = await post("webhooks", { webhook: { url: `http://127.0.0.1:${port}/hook`, subscriptions: events } });
      return { secret: answer.string("payload.webhook.secret"), received };
    },
    async conversation(phone = "+573001112233") {
      const contact = await post("contacts", { name: "Ana Torres", phone_number: phone, inbox_id: 1 });
      const contactId = contact.number("payload.contact.id");
      const conversation = await post("conversations", { inbox_id: 1, contact_id: contactId, status: "snoozed" });
      return { contactId, id: conversation.number("id") };
    },
    async template(name = "due_1") {
      await post("/sandbox/api/meta/templates", { ...DUE_TEMPLATE, inboxId: 1, name });
      await clock.runFor(3_000);
      await post("inboxes/1/sync_templates", {});
      await clock.runFor(1_000);
    },
  };
}

/** Body with two variables, a footer and two buttons. */
export const DUE_TEMPLATE: TemplateSubmission = {
  name: "due_1",
  language: "es",
  category: "UTILITY",
  components: [
    { type: "BODY", text: "Hola {{1}}, su saldo es {{2}} hoy.", example: { body_text: [["Ana", "1.200"]] } },
    { type: "FOOTER", text: "Alameda Hogar" },
    {
      type: "BUTTONS",
      buttons: [
        { type: "QUICK_REPLY", text: "Ya pagué" },
        { type: "QUICK_REPLY", text: "Hablar con alguien" },
      ],
    },
  ],
};

/** The body of a template message with our correlation id. */
export function templateMessage(ref = "r-1", params: Record<string, string> = { "1": "Ana", "2": "1.200" }): object {
  return {
    content: "Hola Ana, su saldo es 1.200 hoy.",
    content_attributes: { saldo: { ref } },
    template_params: { name: "due_1", language: "es", category: "UTILITY", processed_params: { body: params } },
  };
}

function parsed(text: string): Parsed {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    body = undefined;
  }
  const at = (path: string): unknown => path.split(".").reduce((value, key) => (value as Record<string, unknown> | undefined)?.[key], body);
  return { body, at, number: (path) => Number(at(path)), string: (path) => String(at(path)) };
}

/** Our correlation ids in a listing of messages. */
export function refsIn(listing: Answer): string[] {
  const rows = listing.at("payload") as { content_attributes: { saldo?: { ref: string } } }[];
  return rows.flatMap((row) => row.content_attributes.saldo?.ref ?? []);
}
