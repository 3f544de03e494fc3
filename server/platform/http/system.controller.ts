import { Controller } from "@nestjs/common";
import type { ResponseOf } from "../../contract/route.js";
import { routes } from "../../contract/routes.js";
import { toIso } from "../../shared/instant.js";
import { Clock } from "../clock/clock.js";
import { Database } from "../database/database.js";
import { JobQueue } from "../queue/job-queue.js";
import { Endpoint } from "./endpoint.js";

@Controller()
export class SystemController {
  constructor(
    private readonly db: Database,
    private readonly queue: JobQueue,
    private readonly time: Clock,
  ) {}

  @Endpoint(routes.system.health)
  health(): ResponseOf<typeof routes.system.health> {
    return { status: "ok" };
  }

  /** Without the queue work still happens, only later: that is `degraded`, not down. */
  @Endpoint(routes.system.ready)
  async ready(): Promise<ResponseOf<typeof routes.system.ready>> {
    const [database, queue] = await Promise.all([
      this.db.ping().then(
        () => true,
        () => false,
      ),
      this.queue.healthy(),
    ]);
    return { status: database && queue ? "ok" : "degraded", database, queue };
  }

  @Endpoint(routes.system.clock)
  clock(): ResponseOf<typeof routes.system.clock> {
    return { now: toIso(this.time.now()) };
  }
}
