import { Readable } from "node:stream";
import { Controller, Header, Req, StreamableFile } from "@nestjs/common";
import type { FastifyRequest } from "fastify";
import { routes } from "../../contract/routes.js";
import { Clock, type TimerHandle } from "../../platform/clock/clock.js";
import { Authenticator } from "../../platform/http/authenticator.js";
import { CurrentActor, Endpoint } from "../../platform/http/endpoint.js";
import { isStillAdmitted } from "../../platform/http/gate.js";
import { Logger } from "../../platform/observability/logger.js";
import type { SignedIn } from "../../shared/actor.js";
import { MINUTE, SECOND } from "../../shared/instant.js";
import { JournalFeed } from "./journal-feed.service.js";
import { LiveStreams } from "./live-streams.service.js";

/** Below the idle timeouts of common proxies; each time it is asked whether the caller may still look. */
const BEAT = 20 * SECOND;
/** The stream then ends and the browser opens it again. */
const LIFETIME = 5 * MINUTE;
/** A reader that takes nothing is dropped: events only say "read again", so it loses none. */
const LONGEST_BACKLOG = 16_384;

/** Server-sent events: `event: journal`, `data: {"seq": n}` whenever the account's journal has grown, and once at the start. */
@Controller()
export class LiveController {
  constructor(
    private readonly feed: JournalFeed,
    private readonly streams: LiveStreams,
    private readonly authenticator: Authenticator,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  @Endpoint(routes.journal.live)
  @Header("x-accel-buffering", "no")
  live(@CurrentActor() actor: SignedIn, @Req() request: FastifyRequest): StreamableFile {
    let beat: TimerHandle | undefined;
    let unsubscribe = () => {};
    let over = false;
    const stream = new Readable({
      read() {},
      destroy(error, done) {
        beat?.cancel();
        unsubscribe();
        ended();
        done(error);
      },
    });
    const close = () => {
      if (!over) stream.push(null);
      over = true;
    };
    const ended = this.streams.add(actor.accountId, request.credential ?? "", close);
    const send = (text: string) => {
      if (over || stream.destroyed) return;
      if (stream.readableLength > LONGEST_BACKLOG) stream.destroy();
      else stream.push(text);
    };
    const end = this.clock.now() + LIFETIME;
    const arm = () => {
      beat = this.clock.at(this.clock.now() + BEAT, async () => {
        if (this.clock.now() >= end || !(await this.mayGoOn(request))) return close();
        if (over || stream.destroyed) return;
        send(": still here\n\n");
        arm();
      });
    };
    send("retry: 1000\n\n");
    unsubscribe = this.feed.subscribe(actor.accountId, (seq) => send(`id: ${seq}\nevent: journal\ndata: {"seq":${seq}}\n\n`));
    arm();
    return new StreamableFile(stream, { type: "text/event-stream" });
  }

  /** While nobody can be asked nothing is told either: then the stream stays as it is until its lifetime ends. */
  private async mayGoOn(request: FastifyRequest): Promise<boolean> {
    try {
      return await isStillAdmitted(request, this.authenticator);
    } catch (error) {
      this.logger.warn("feed.not_asked", { error });
      return true;
    }
  }
}
