import type { z } from "zod";

/**
 * Who may call a route.
 * `public`: anyone (sign-in, health). `user`: any signed-in person. `admin`, `agent`, `compliance`: at least that role
 * (an admin may do what an agent may; compliance is separate and read-only elsewhere). `machine:SCOPE`: an API key with that scope, too.
 */
export type Access = "public" | "user" | "admin" | "agent" | "compliance" | "staff";

export interface Route {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Fastify syntax: `/api/debtors/:id` */
  readonly path: string;
  readonly access: Access;
  /** An API key with this scope may call it as well. */
  readonly scope?: Scope;
  readonly params?: z.ZodType;
  readonly query?: z.ZodType;
  /** `bytes`: any bytes, read by the handler as they arrive. */
  readonly body?: z.ZodType | "bytes";
  /** Bytes the body may have where `USUAL_BODY` is too few. Never on a public route: whoever sends much says first who they are. */
  readonly largestBody?: number;
  /** `null` = no content (204). `stream` routes (files, live feed) have no schema, and name what they stream. */
  readonly response: z.ZodType | null | "stream";
  readonly streams?: "text/csv" | "application/x-ndjson" | "text/event-stream" | "text/html" | "application/octet-stream";
  /** One sentence for people. */
  readonly summary: string;
}

/** Bytes any other body may have: what people type, several times over. */
export const USUAL_BODY = 64 * 1024;

export const SCOPES = ["payments:write", "imports:write", "debtors:read", "journal:read", "costs:write", "debts:write"] as const;
export type Scope = (typeof SCOPES)[number];

/** Keeps the literal types of a route while checking its shape. */
export function route<const R extends Route>(definition: R): R {
  return definition;
}

type OutputOf<T> = T extends z.ZodType ? z.output<T> : undefined;
type InputOf<T> = T extends z.ZodType ? z.input<T> : undefined;

/** What a handler receives after validation. */
export interface HandlerInput<R extends Route> {
  readonly params: OutputOf<R["params"]>;
  readonly query: OutputOf<R["query"]>;
  readonly body: OutputOf<R["body"]>;
}

/** What a caller passes. */
export interface CallInput<R extends Route> {
  params?: InputOf<R["params"]>;
  query?: InputOf<R["query"]>;
  body?: InputOf<R["body"]>;
}

export type ResponseOf<R extends Route> = R["response"] extends z.ZodType ? z.output<R["response"]> : void;
