import type { FastifyRequest } from "fastify";

/** A machine's secret. Other schemes of the same header prove nothing here, so they excuse from nothing either. */
export function bearerOf({ headers }: FastifyRequest): string | null {
  return /^Bearer (\S+)$/i.exec(headers.authorization ?? "")?.[1] ?? null;
}
