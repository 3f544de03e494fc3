import type { CallInput, ResponseOf, Route } from "@contract/route.js";
import type { routes } from "@contract/routes.js";
import { isUnattended } from "./attendance";
import { ApiError } from "./error";
import type { ErrorBody } from "./types";

type Groups = typeof routes;
type AnyRoute = { [G in keyof Groups]: Groups[G][keyof Groups[G]] }[keyof Groups];
type KeyOf<R> = R extends Route ? `${R["method"]} ${R["path"]}` : never;

/** A route by its line in the table, e.g. `GET /api/debtors/:id`; what is not in the contract does not compile. */
export type Endpoint = KeyOf<AnyRoute>;
type RouteAt<E extends Endpoint, R = AnyRoute> = R extends Route ? (KeyOf<R> extends E ? R : never) : never;
export type Input<E extends Endpoint> = CallInput<RouteAt<E>>;
export type Output<E extends Endpoint> = ResponseOf<RouteAt<E>>;

interface Parts {
  params?: unknown;
  query?: unknown;
  body?: unknown;
}

/** The address of a route: for links, downloads and event streams. */
export function addressOf<E extends Endpoint>(endpoint: E, input: Omit<Input<E>, "body"> = {}): string {
  const { params, query } = input as Parts;
  const path = endpoint.slice(endpoint.indexOf(" ") + 1);
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String((params as Record<string, unknown>)[name])));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== undefined && value !== null && value !== "") search.set(name, String(value));
  }
  return search.size > 0 ? `${filled}?${search.toString()}` : filled;
}

/** Calls a route of the contract. Throws ApiError, also when the server cannot be reached (code `network`). */
export async function api<E extends Endpoint>(endpoint: E, input: Input<E> = {}, signal?: AbortSignal): Promise<Output<E>> {
  const method = endpoint.slice(0, endpoint.indexOf(" "));
  const { body } = input as Parts;
  const headers = new Headers({ accept: "application/json" });
  // Together with the Origin check this header keeps other sites from writing with the person's cookie.
  if (method !== "GET") headers.set("x-saldo", "1");
  if (isUnattended()) headers.set("x-saldo-unattended", "1");
  if (body !== undefined) headers.set("content-type", "application/json");
  const init: RequestInit = { method, headers, credentials: "include", signal: signal ?? null };
  if (body !== undefined) init.body = JSON.stringify(body);
  const response = await fetch(addressOf(endpoint, input), init).catch((cause: unknown) => {
    if (signal?.aborted) throw cause;
    throw new ApiError(0, { code: "network", message: "The server did not answer." });
  });
  const text = await response.text();
  const answer = parse(text);
  if (!response.ok)
    throw new ApiError(response.status, isErrorBody(answer) ? answer : { code: `http.${response.status}`, message: response.statusText });
  return answer as Output<E>;
}

function parse(text: string): unknown {
  try {
    return text === "" ? undefined : (JSON.parse(text) as unknown);
  } catch {
    return undefined;
  }
}

function isErrorBody(value: unknown): value is ErrorBody {
  return typeof value === "object" && value !== null && "code" in value && "message" in value;
}
