import { BullModule } from "@nestjs/bull";
import { type DynamicModule, Global, Module, type BeforeApplicationShutdown } from "@nestjs/common";
import type { Config } from "../config/config.js";
import { BullQueue, WAKE_QUEUE } from "./bull-queue.js";
import { InProcessQueue } from "./in-process-queue.js";
import { JobQueue } from "./job-queue.js";

@Global()
@Module({})
export class QueueModule implements BeforeApplicationShutdown {
  constructor(private readonly queue: JobQueue) {}

  static register(config: Config): DynamicModule {
    if (config.redisUrl === null) {
      return { module: QueueModule, providers: [{ provide: JobQueue, useClass: InProcessQueue }], exports: [JobQueue] };
    }
    return {
      module: QueueModule,
      imports: [
        BullModule.forRoot({
          url: config.redisUrl,
          prefix: "saldo",
          // Never refuse work because Redis is away: commands wait for the reconnect, wake() gives up after half a second.
          redis: { maxRetriesPerRequest: null, enableReadyCheck: false },
        }),
        BullModule.registerQueue({ name: WAKE_QUEUE }),
      ],
      providers: [{ provide: JobQueue, useClass: BullQueue }],
      exports: [JobQueue],
    };
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.queue.close();
  }
}
