import { Injectable } from "@nestjs/common";
import type { z } from "zod";
import { OutboundClient } from "../../../platform/http/outbound/outbound-client.js";
import { OutboundError } from "../../../platform/http/outbound/outbound-error.js";
import { DomainError, invalid, notFound } from "../../../shared/errors.js";
import { parseForeign } from "../../../shared/well-formed.js";

export interface HostCredentials {
  readonly baseUrl: string;
  readonly token: string;
}

export interface HostAnswer {
  readonly status: number;
  /** Parsed JSON; undefined when the body is empty or not JSON (429 and 5xx answer in plain text and HTML). */
  readonly json: unknown;
  /** Instant of the `Date` header, to the second; null when absent. */
  readonly date: number | null;
}

type Method = "GET" | "POST" | "PATCH" | "DELETE";

/** The host cancels its own queries after 14 s. */
const READ_TIMEOUT_MS = 15_000;

/** One request to Chatwoot and what its answer means. Never repeats a request. */
@Injectable()
export class ChatwootClient {
  constructor(private readonly outbound: OutboundClient) {}

  /** Any HTTP status is an answer. @throws OutboundError when there is none */
  async exchange(caller: HostCredentials, method: Method, path: string, body?: object, timeoutMs = READ_TIMEOUT_MS): Promise<HostAnswer> {
    const response = await this.outbound.request({
      method,
      url: `${caller.baseUrl}${path}`,
      headers: {
        accept: "application/json",
        api_access_token: caller.token,
        ...(body ? { "content-type": "application/json" } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
      timeoutMs,
    });
    const date = Date.parse(response.headers.date ?? "");
    return { status: response.status, json: parseJson(response.body), date: Number.isNaN(date) ? null : date };
  }

  /** A request whose refusal the caller wants to read itself. @throws DomainError `unavailable` when there is no answer */
  async ask(caller: HostCredentials, method: Method, path: string, body?: object): Promise<HostAnswer> {
    try {
      return await this.exchange(caller, method, path, body);
    } catch (error) {
      throw error instanceof OutboundError ? noAnswer(error) : error;
    }
  }

  /** A request that is expected to succeed. @throws DomainError otherwise, of the matching kind */
  async call<S extends z.ZodType>(caller: HostCredentials, schema: S, method: Method, path: string, body?: object): Promise<z.output<S>> {
    const answer = await this.ask(caller, method, path, body);
    if (answer.status < 200 || answer.status > 299) throw refusal(answer.status);
    return readAnswer(schema, answer);
  }
}

/** @throws DomainError when what Saldo needs is not in the answer; the body itself is never quoted */
export function readAnswer<S extends z.ZodType>(schema: S, answer: HostAnswer): z.output<S> {
  const parsed = schema.safeParse(answer.json);
  if (parsed.success) return parsed.data;
  throw answer.json === undefined ? notJson() : unknownForm(parsed.error.issues[0]?.path.join(".") ?? "");
}

function notJson(): DomainError {
  return new DomainError("unavailable", "host.not_json", "What answers at the helpdesk's address is not its API.", {
    remedy: "Check that the address is the helpdesk's own, and that no proxy or sign-in page answers in its place.",
  });
}

function unknownForm(where: string): DomainError {
  const place = where === "" ? "at its root" : `at "${where}"`;
  return new DomainError("unavailable", "host.unreadable", `The helpdesk's answer lacks something that Saldo needs, ${place}.`, {
    remedy:
      "Look up the helpdesk's version: it must be Chatwoot 4.12 or newer. If it is, its API has changed: report the place named here to whoever keeps Saldo up to date.",
    params: { where },
  });
}

function noAnswer(error: OutboundError): DomainError {
  if (error.kind === "refused") {
    return invalid("host.address_refused", "Saldo does not connect to this address: it is not public, or not https.", {
      field: "hostUrl",
      remedy: "Use the helpdesk's https address; for a private one the operator adds its network to SALDO_ALLOW_PRIVATE_HOSTS.",
    });
  }
  return new DomainError("unavailable", "host.unreachable", "The helpdesk does not answer.", {
    remedy: "Check its address and that it is up; Saldo tries again by itself.",
    params: { reason: error.code ?? error.kind },
  });
}

/** What a status other than 2xx means. 401 is about our own token, never about the person who is signed in here: hence not `unauthenticated`. */
export function refusal(status: number): DomainError {
  const params = { status };
  switch (status) {
    case 401:
    case 403:
      return new DomainError("unavailable", "host.token_refused", "The helpdesk refused the account's access token.", {
        remedy: "Connect the account again with the token of an administrator.",
        params,
      });
    case 404:
      return notFound("host.not_found", "The helpdesk does not have this record any more.", { params });
    case 422:
      return invalid("host.refused", "The helpdesk refused the change.", { params });
    case 429:
      return new DomainError("unavailable", "host.throttled", "The helpdesk asks us to slow down.", {
        remedy: "Try again in a minute.",
        params,
      });
    default:
      return new DomainError("unavailable", "host.failed", `The helpdesk failed (HTTP ${status}).`, {
        remedy: "Try again; look at its own log if it stays.",
        params,
      });
  }
}

function parseJson(body: Buffer): unknown {
  try {
    return parseForeign(body.toString("utf8"));
  } catch {
    return undefined;
  }
}
