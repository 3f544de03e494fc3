import type { SignedIn } from "../../shared/actor.js";
import { Readable } from "node:stream";
import { Controller, Header, StreamableFile } from "@nestjs/common";
import { routes } from "../../contract/routes.js";
import { Clock, type TimerHandle } from "../../platform/clock/clock.js";
import { CurrentActor, Endpoint } from "../../platform/http/endpoint.js";
import { MINUTE, SECOND } from "../../shared/instant.js";
import { JournalFeed } from "./journal.feed.js";

/** Below the idle timeouts of common proxies. */
const BEAT = 20 * SECOND;
/** The stream then ends and the browser opens it again, which asks anew whether the person may still look. */
const LIFETIME = 5 * MINUTE;
/** A reader that takes nothing is dropped: events only say "read again", so it loses none. */
const LONGEST_BACKLOG = 16_384;

/** Server-sent events: `event: journal`, `data: {"seq": n}` whenever the account's journal has grown, and once at the start. */
@Controller()
export class LiveController {
  constructor(
    private readonly feed: JournalFeed,
    private readonly clock: Clock,
  ) {}

  @Endpoint(routes.journal.live)
  @Header("x-accel-buffering", "no")
  live(@CurrentActor() actor: SignedIn): StreamableFile {
    let beat: TimerHandle | undefined;
    let unsubscribe = () => {};
    const stream = new Readable({
      read() {},
      destroy(error, done) {
        beat?.cancel();
        unsubscribe();
        done(error);
      },
    });
    const send = (text: string) => {
      if (stream.readableLength > LONGEST_BACKLOG) stream.destroy();
      else stream.push(text);
    };
    const end = this.clock.now() + LIFETIME;
    const arm = () => {
      beat = this.clock.at(this.clock.now() + BEAT, () => {
        if (this.clock.now() >= end) return void stream.push(null);
        send(": still here\n\n");
        return arm();
      });
    };
    send("retry: 1000\n\n");
    unsubscribe = this.feed.subscribe(actor.accountId, (seq) => send(`id: ${seq}\nevent: journal\ndata: {"seq":${seq}}\n\n`));
    arm();
    return new StreamableFile(stream, { type: "text/event-stream" });
  }
}
