import { Inject, Injectable, type OnModuleInit } from "@nestjs/common";
import { HOUR, type Instant, MINUTE } from "../../shared/instant.js";
import { Scheduler } from "../../platform/clock/scheduler.js";
import { CONFIG, type Config } from "../../platform/config/config.js";
import { AccountRounds } from "../../platform/work/account-rounds.js";
import { NAME_STARTS, NameStarts } from "./name-starts.service.js";
import { NUMBER_PLACES, NumberPlaces } from "./number-places.service.js";

/** What the portfolio does by itself. */
@Injectable()
export class PortfolioJobs implements OnModuleInit {
  private next: Instant = 0;
  private nextNames: Instant = 0;

  constructor(
    private readonly scheduler: Scheduler,
    private readonly rounds: AccountRounds,
    private readonly places: NumberPlaces,
    private readonly names: NameStarts,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    const everyMs = Math.max(MINUTE, this.config.pollMs);
    this.scheduler.add({ name: NUMBER_PLACES, everyMs, runner: "each", run: (slot) => this.readPlaces(slot) });
    this.scheduler.add({ name: NAME_STARTS, everyMs, runner: "each", run: (slot) => this.readNames(slot) });
  }

  /** As the places. */
  private async readNames(slot: Instant): Promise<void> {
    if (slot < this.nextNames) return;
    while (await this.rounds.forEachAccount(NAME_STARTS, (accountId) => this.names.readSome(accountId))) continue;
    this.names.startAgain();
    this.nextNames = slot + HOUR;
  }

  /** At once after the start; then each hour, because a process of the version before may still run beside this one. */
  private async readPlaces(slot: Instant): Promise<void> {
    if (slot < this.next) return;
    while (await this.rounds.forEachAccount(NUMBER_PLACES, (accountId) => this.places.readSome(accountId))) continue;
    this.next = slot + HOUR;
  }
}
