import { Controller, Inject, Res } from "@nestjs/common";
import type { FastifyReply } from "fastify";
import type { ResponseOf } from "../../../contract/route.js";
import { routes } from "../../../contract/routes.js";
import { CONFIG, type Config } from "../../config/config.js";
import { Endpoint } from "../endpoint.js";
import { openApi } from "./document.js";
import { referencePage } from "./reference-page.js";
import type { JsonSchema } from "./schemas.js";

type Description = ResponseOf<typeof routes.system.openapi>;

/** The API's description, for programs and for people. It holds nothing of any account, so anybody may read it. */
@Controller()
export class OpenApiController {
  private document: JsonSchema | undefined;
  private page: string | undefined;

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  @Endpoint(routes.system.openapi)
  openapi(): Description {
    return this.described() as Description;
  }

  @Endpoint(routes.system.reference)
  reference(@Res({ passthrough: true }) reply: FastifyReply): string {
    void reply.type("text/html; charset=utf-8");
    return (this.page ??= referencePage(routes, this.described(), this.config));
  }

  /** Made when somebody first asks, and kept: it changes with the program only. */
  private described(): JsonSchema {
    return (this.document ??= openApi(routes, this.config));
  }
}
