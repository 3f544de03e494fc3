import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { ErrorBody } from "../../contract/common.contract.js";
import { forbidden } from "../../shared/errors.js";
import type { Clock } from "../clock/clock.js";
import { bearerOf } from "./bearer.js";
import { LIVE_FEED, routeOf } from "./route-table.js";

const UNSAFE = new Set(["POST", "PUT", "PATCH", "DELETE"]);
/** Where the panel of one account lives. */
export const ACCOUNT_PAGES = "/a/*";
const YEAR = 365 * 24 * 60 * 60;

/** The origin that may frame a page of the panel: that of the page's own account's helpdesk. Read on every page, so a new account works at once. */
export type FrameAncestors = (accountPublicId: string) => Promise<string | null>;

/** Headers and refusals that hold for every request, before any handler runs. */
export function protect(server: FastifyInstance, options: { publicOrigin: string; clock: Clock; frameAncestors: FrameAncestors }): void {
  const releases = new WeakMap<FastifyRequest, () => void>();

  server.addHook("onRequest", async (request, reply) => {
    const route = routeOf(request);
    // The live feed stays open for hours: it is no work in progress.
    if (route?.path !== LIVE_FEED) releases.set(request, options.clock.hold());
    const ancestor = await ancestorOf(request, options.frameAncestors);
    // Not awaited: a reply is a thenable that waits for its own end.
    void reply.headers(standingHeaders(options.publicOrigin, ancestor));
    if (isHook(request) || !UNSAFE.has(request.method)) return;
    if (!fromOurselves(request, options.publicOrigin)) {
      throw forbidden("request.cross_site", "The request did not come from the panel.", {
        remedy: "Open the panel at its own address and do it there; a program uses an API key.",
      });
    }
    if (route?.body === "bytes" ? !isBytes(request) : !isJsonOrNothing(request)) {
      await refuse(reply, 415, {
        code: "http.415",
        message: "The body's content type is not accepted here.",
        remedy:
          route?.body === "bytes"
            ? "Send the file's own bytes, with the header content-type: application/octet-stream."
            : "Send JSON, with the header content-type: application/json.",
      });
    }
  });
  const release = (request: FastifyRequest) => releases.get(request)?.();
  server.addHook("onResponse", async (request) => release(request));
  server.addHook("onRequestAbort", async (request) => release(request));
}

/** What every answer carries, those included that the router gives before any hook runs. */
export function standingHeaders(publicOrigin: string, ancestor: string | null = null): Record<string, string> {
  return {
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "content-security-policy": contentPolicy(ancestor),
    // Pages and files say otherwise themselves.
    "cache-control": "no-store",
    ...(publicOrigin.startsWith("https:") ? { "strict-transport-security": `max-age=${YEAR}` } : {}),
  };
}

/**
 * A browser can be made to send a form or plain text across sites, but neither a custom header nor our Origin.
 * Machines send no Origin and no cookie: their key is the proof.
 */
function fromOurselves(request: FastifyRequest, publicOrigin: string): boolean {
  const { origin } = request.headers;
  if (bearerOf(request) !== null && origin === undefined) return true;
  return request.headers["x-saldo"] === "1" && (origin === undefined || origin === publicOrigin);
}

/** What a form or a script of another site can send without asking is never read, whatever else comes with it. */
function isJsonOrNothing({ headers }: FastifyRequest): boolean {
  return isEmpty(headers) || /^application\/json\s*(;|$)/i.test(headers["content-type"] ?? "");
}

function isEmpty(headers: FastifyRequest["headers"]): boolean {
  return headers["transfer-encoding"] === undefined && Number(headers["content-length"] ?? 0) === 0;
}

function isBytes({ headers }: FastifyRequest): boolean {
  return /^application\/octet-stream\s*(;|$)/i.test(headers["content-type"] ?? "") || isEmpty(headers);
}

/** Signed by the helpdesk, which is no page; the door checks the signature. */
function isHook(request: FastifyRequest): boolean {
  return request.routeOptions.url?.startsWith("/hooks/") === true;
}

/** Pages live under their account's id, so that whoever frames them is known. */
async function ancestorOf(request: FastifyRequest, frameAncestors: FrameAncestors): Promise<string | null> {
  if (request.routeOptions.url !== ACCOUNT_PAGES) return null;
  const [accountPublicId = ""] = ((request.params as { "*"?: string })["*"] ?? "").split("/");
  return frameAncestors(accountPublicId);
}

function contentPolicy(ancestor: string | null): string {
  return [
    "default-src 'self'",
    "img-src 'self' data:",
    "style-src 'self' 'unsafe-inline'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${ancestor === null ? "'none'" : `'self' ${ancestor}`}`,
  ].join("; ");
}

async function refuse(reply: FastifyReply, status: number, body: ErrorBody): Promise<void> {
  await reply.status(status).send(body);
}
