import { Injectable } from "@nestjs/common";
import { JobQueue } from "../../../platform/queue/job-queue.js";
import { ClockTrust, HostReadiness } from "../../host/index.js";
import { CLOCK_IN_DOUBT, type Gate, gateOf } from "../domain/gate.js";
import { RestoreFence } from "../restore-fence.service.js";
import { SwitchWatch } from "./switch-watch.service.js";

/**
 * Everything that keeps a whole account from sending, in one place: the switches, the fence after a restore, whether debtors can be heard, and
 * whether it is the time we think it is.
 */
@Injectable()
export class DispatchGate {
  constructor(
    private readonly watch: SwitchWatch,
    private readonly fence: RestoreFence,
    private readonly host: HostReadiness,
    private readonly clocks: ClockTrust,
    private readonly queue: JobQueue,
  ) {}

  async of(accountId: number): Promise<Gate> {
    if (!(await this.watch.mayDispatch(accountId)) || !(await this.fence.mayDispatch(accountId)))
      return { passes: "nothing", reason: null };
    if (!(await this.clocks.agrees(accountId))) return { passes: "nothing", reason: CLOCK_IN_DOUBT };
    const gate = gateOf(await this.host.of(accountId));
    // Whoever wants to write asks for the reading it waits for.
    if (gate.passes === "nothing") void this.queue.wake("listing");
    return gate;
  }
}
