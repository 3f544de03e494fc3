import { z } from "zod";
import { IsoInstant, StageName } from "./common.contract.js";
import { route } from "./route.js";

export const TemplateItem = z.object({
  name: z.string(),
  language: z.string(),
  stage: StageName.nullable(),
  status: z.enum(["not_submitted", "pending", "approved", "rejected", "paused", "disabled", "unknown"]),
  category: z.string().nullable(),
  statusAt: IsoInstant.nullable(),
  sendable: z.boolean(),
  body: z.string(),
  buttons: z.array(z.string()),
});

export const templatesRoutes = {
  list: route({
    method: "GET",
    path: "/api/templates",
    access: "user",
    response: z.object({ items: z.array(TemplateItem), syncedAt: IsoInstant.nullable() }),
    summary: "Message templates and what Meta says of them",
  }),
  sync: route({
    method: "POST",
    path: "/api/templates/sync",
    access: "admin",
    body: z.object({}),
    response: z.object({ items: z.array(TemplateItem), syncedAt: IsoInstant.nullable() }),
    summary: "Reads template status from the helpdesk now",
  }),
};
