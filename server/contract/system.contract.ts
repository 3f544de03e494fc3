import { z } from "zod";
import { IsoInstant } from "./common.contract.js";
import { route } from "./route.js";

export const systemRoutes = {
  health: route({
    method: "GET",
    path: "/api/health",
    access: "public",
    response: z.object({ status: z.enum(["ok", "stuck"]) }),
    summary: "The process is alive; 503 where only a new start helps",
  }),
  ready: route({
    method: "GET",
    path: "/api/ready",
    access: "public",
    response: z.object({
      status: z.enum(["ok", "degraded", "down"]).describe("degraded = without the queue work happens later; down comes with 503"),
      database: z.boolean().describe("It answers, and takes what is written"),
      queue: z.boolean(),
      reason: z.string().nullable().describe("What is wrong, e.g. database.full"),
    }),
    summary: "The process can serve: database and queue answer",
  }),
  clock: route({
    method: "GET",
    path: "/api/clock",
    access: "public",
    response: z.object({ now: IsoInstant }),
    summary: "The server's clock; the demo's is shifted",
  }),
  openapi: route({
    method: "GET",
    path: "/api/openapi.json",
    access: "public",
    response: z.looseObject({ openapi: z.string(), paths: z.record(z.string(), z.unknown()) }),
    summary: "This description of the API, as OpenAPI 3.1",
  }),
  reference: route({
    method: "GET",
    path: "/api/reference",
    access: "public",
    response: "stream",
    streams: "text/html",
    summary: "The part of the API that programs use, as a page to read",
  }),
};
