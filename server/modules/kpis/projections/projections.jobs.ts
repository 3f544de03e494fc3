import { type BeforeApplicationShutdown, Inject, Injectable, type OnModuleInit } from "@nestjs/common";
import { Clock, type TimerHandle } from "../../../platform/clock/clock.js";
import { Scheduler } from "../../../platform/clock/scheduler.js";
import { CONFIG, type Config } from "../../../platform/config/config.js";
import { JobQueue } from "../../../platform/queue/job-queue.js";
import { AccountRounds } from "../../../platform/work/account-rounds.js";
import { MINUTE, SECOND } from "../../../shared/instant.js";
import { RecordObservers } from "../../journal/index.js";
import { Projector } from "./projector.service.js";

/** What is put on record is in the numbers within two seconds, where polls are as often as they are by default; many records share the work. */
const gatheredFor = ({ pollMs }: Config) => Math.max(SECOND, pollMs / 10);

/** Takes the journal into the projections: soon after each record that matters, and by a poll for what no wake-up told of. */
@Injectable()
export class ProjectionsJobs implements OnModuleInit, BeforeApplicationShutdown {
  private gathering: TimerHandle | null = null;

  constructor(
    private readonly scheduler: Scheduler,
    private readonly queue: JobQueue,
    private readonly rounds: AccountRounds,
    private readonly clock: Clock,
    private readonly records: RecordObservers,
    private readonly projector: Projector,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.scheduler.add({
      name: "kpis.project",
      everyMs: Math.max(MINUTE, this.config.pollMs),
      runner: "one",
      run: () => this.queue.wake("projections"),
    });
    this.queue.work("projections", () => this.rounds.forEachAccount("projections", (accountId) => this.projector.advance(accountId)));
    this.records.watch(({ type }) => {
      if (this.projector.types.has(type)) this.gather();
    });
  }

  beforeApplicationShutdown(): void {
    this.gathering?.cancel();
  }

  private gather(): void {
    this.gathering ??= this.clock.at(this.clock.now() + gatheredFor(this.config), async () => {
      this.gathering = null;
      await this.queue.wake("projections");
    });
  }
}
