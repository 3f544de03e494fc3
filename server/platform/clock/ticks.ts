import { Injectable, type OnApplicationBootstrap, type BeforeApplicationShutdown } from "@nestjs/common";
import { Interval } from "@nestjs/schedule";
import { Clock, type TimerHandle } from "./clock.js";
import { Scheduler } from "./scheduler.js";

/** Drives the scheduler in real life. */
@Injectable()
export class SystemTicks implements BeforeApplicationShutdown {
  constructor(private readonly scheduler: Scheduler) {}

  @Interval(250)
  tick(): void {
    void this.scheduler.tick();
  }

  beforeApplicationShutdown(): void {
    this.scheduler.stop();
  }
}

/** Drives the scheduler from the clock's own timers, so that a stepped clock jumps from slot to slot. */
@Injectable()
export class ClockTicks implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private stopped = false;
  private timer: TimerHandle | undefined;

  constructor(
    private readonly clock: Clock,
    private readonly scheduler: Scheduler,
  ) {}

  onApplicationBootstrap(): void {
    this.arm();
  }

  beforeApplicationShutdown(): void {
    this.stopped = true;
    this.timer?.cancel();
    this.scheduler.stop();
  }

  private arm(): void {
    const next = this.scheduler.nextDue;
    if (next === null || this.stopped) return;
    this.timer = this.clock.at(next, async () => {
      await this.scheduler.tick();
      this.arm();
    });
  }
}
