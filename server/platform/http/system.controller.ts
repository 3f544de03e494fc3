import { Controller, Res } from "@nestjs/common";
import type { FastifyReply } from "fastify";
import type { ResponseOf } from "../../contract/route.js";
import { routes } from "../../contract/routes.js";
import { toIso } from "../../shared/instant.js";
import { Clock } from "../clock/clock.js";
import { Readiness } from "../observability/readiness.js";
import { Endpoint } from "./endpoint.js";

@Controller()
export class SystemController {
  constructor(
    private readonly readiness: Readiness,
    private readonly time: Clock,
  ) {}

  @Endpoint(routes.system.health)
  health(@Res({ passthrough: true }) reply: FastifyReply): ResponseOf<typeof routes.system.health> {
    const alive = this.readiness.alive();
    void reply.status(alive ? 200 : 503);
    return { status: alive ? "ok" : "stuck" };
  }

  @Endpoint(routes.system.ready)
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<ResponseOf<typeof routes.system.ready>> {
    const ready = await this.readiness.check();
    void reply.status(ready.database ? 200 : 503);
    return ready;
  }

  @Endpoint(routes.system.clock)
  clock(): ResponseOf<typeof routes.system.clock> {
    return { now: toIso(this.time.now()) };
  }
}
