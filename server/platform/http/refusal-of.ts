import type { FastifyRequest } from "fastify";
import type { Refusal } from "../observability/refusal-journal.port.js";
import { bearerOf } from "./bearer.js";

/** What a refused request is on record as; null for what honest programs meet daily, such as a session that is over. */
export function securityRefusalOf(request: FastifyRequest, status: number, code: string): Refusal | null {
  if (code === "request.cross_site") return "origin_refused";
  // Attempts to sign in are counted where they are limited, with their account.
  if (code.startsWith("sign_in.")) return null;
  if (status === 403) return request.admittedTo?.access === "public" ? null : "access_denied";
  if (status === 401) return bearerOf(request) === null ? null : "key_unknown";
  if (status === 413) return "too_large";
  return status === 429 ? "too_many" : null;
}
