import type { FastifyRequest } from "fastify";
import type { Route } from "../../contract/route.js";
import { routes } from "../../contract/routes.js";

/** Opened by a page and held open by it: neither work in progress nor use by a person. */
export const LIVE_FEED = "/api/live";

const TABLE = new Map<string, Route>(
  Object.values(routes)
    .flatMap((group) => Object.values<Route>(group))
    .map((route) => [`${route.method} ${route.path}`, route]),
);

/** The contract's route for what the router calls a route; nothing for pages, files and the webhook door. */
export function contractRoute(method: string, url: string | undefined): Route | undefined {
  // The router answers HEAD wherever it answers GET.
  return TABLE.get(`${method === "HEAD" ? "GET" : method} ${url}`);
}

/** The route a request was matched to. What the caller wrote in the address decides nothing: the same path has many spellings. */
export function routeOf(request: FastifyRequest): Route | undefined {
  return contractRoute(request.method, request.routeOptions.url);
}
