import type { FastifyReply, FastifyRequest } from "fastify";
import type { Clock } from "../../platform/clock/clock.js";

/** Keeps a stepped clock still from the arrival of a request to the end of its answer. */
export class ClockHolds {
  private readonly releases = new WeakMap<FastifyRequest, () => void>();

  constructor(private readonly clock: Clock) {}

  hold(request: FastifyRequest, reply: FastifyReply): void {
    this.releases.set(request, this.clock.hold());
    const release = () => this.releases.get(request)?.();
    reply.raw.once("finish", release);
    reply.raw.once("close", release);
  }

  /** Lets time pass inside a request. */
  async pause(request: FastifyRequest, ms: number): Promise<void> {
    this.releases.get(request)?.();
    await this.clock.sleep(ms);
    this.releases.set(request, this.clock.hold());
  }
}
