import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { ErrorBody } from "../../contract/common.contract.js";
import type { Clock } from "../clock/clock.js";

const UNSAFE = new Set(["POST", "PUT", "PATCH", "DELETE"]);
/** Webhook bodies above this are refused before they are read. */
const HOOK_LIMIT = 1_048_576;

/** Origins that may frame the panel: those of the connected helpdesks. Read on every page, so a new account works at once. */
export type FrameAncestors = () => Promise<readonly string[]>;

/** Headers and refusals that hold for every request, before any handler runs. */
export function protect(server: FastifyInstance, options: { publicOrigin: string; clock: Clock; frameAncestors: FrameAncestors }): void {
  const releases = new WeakMap<FastifyRequest, () => void>();

  server.addHook("onRequest", async (request, reply) => {
    // The live feed stays open for hours: it is no work in progress.
    if (!request.url.startsWith("/api/live")) releases.set(request, options.clock.hold());
    // Not awaited: a reply is a thenable that waits for its own end.
    void reply.headers({
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      "cross-origin-opener-policy": "same-origin",
      "content-security-policy": contentPolicy(isPage(request) ? await options.frameAncestors() : []),
      ...(request.url.startsWith("/api/") ? { "cache-control": "no-store" } : {}),
    });
    if (request.url.startsWith("/hooks/")) {
      if (Number(request.headers["content-length"] ?? 0) > HOOK_LIMIT)
        await refuse(reply, 413, { code: "hook.too_large", message: "The body is larger than 1 MiB." });
      return;
    }
    if (!UNSAFE.has(request.method)) return;
    if (!fromOurselves(request, options.publicOrigin)) {
      await refuse(reply, 403, {
        code: "request.cross_site",
        message: "The request did not come from the panel.",
        remedy: "Open the panel at its own address and do it there; a program uses an API key.",
      });
    } else if (isUpload(request) ? !isBytes(request) : !isJsonOrNothing(request)) {
      await refuse(reply, 415, {
        code: "http.415",
        message: "The body's content type is not accepted here.",
        remedy: isUpload(request)
          ? "Send the file's own bytes, with the header content-type: application/octet-stream."
          : "Send JSON, with the header content-type: application/json.",
      });
    }
  });
  const release = (request: FastifyRequest) => releases.get(request)?.();
  server.addHook("onResponse", async (request) => release(request));
  server.addHook("onRequestAbort", async (request) => release(request));
}

/**
 * A browser can be made to send a form or plain text across sites, but neither a custom header nor our Origin.
 * Machines send no Origin and no cookie: their key is the proof.
 */
function fromOurselves(request: FastifyRequest, publicOrigin: string): boolean {
  const { origin, authorization } = request.headers;
  if (authorization && origin === undefined) return true;
  return request.headers["x-saldo"] === "1" && (origin === undefined || origin === publicOrigin);
}

/** What a form or a script of another site can send without asking is never read, whatever else comes with it. */
function isJsonOrNothing({ headers }: FastifyRequest): boolean {
  return isEmpty(headers) || /^application\/json\s*(;|$)/i.test(headers["content-type"] ?? "");
}

function isEmpty(headers: FastifyRequest["headers"]): boolean {
  return headers["transfer-encoding"] === undefined && Number(headers["content-length"] ?? 0) === 0;
}

/** The one address that takes bytes; no other may be sent a body that we do not read as JSON. */
function isUpload({ url }: FastifyRequest): boolean {
  return /^\/api\/uploads(\?|$)/.test(url);
}

function isBytes({ headers }: FastifyRequest): boolean {
  return /^application\/octet-stream\s*(;|$)/i.test(headers["content-type"] ?? "") || isEmpty(headers);
}

function isPage(request: FastifyRequest): boolean {
  return !request.url.startsWith("/api/") && !request.url.startsWith("/hooks/");
}

function contentPolicy(ancestors: readonly string[]): string {
  return [
    "default-src 'self'",
    "img-src 'self' data:",
    "style-src 'self' 'unsafe-inline'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${ancestors.length > 0 ? ["'self'", ...ancestors].join(" ") : "'none'"}`,
  ].join("; ");
}

async function refuse(reply: FastifyReply, status: number, body: ErrorBody): Promise<void> {
  await reply.status(status).send(body);
}
