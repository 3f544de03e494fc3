import type { Clock } from "../platform/clock/clock.js";
import type { Entropy, Random } from "../platform/crypto/randomness.js";
import type { Events } from "./events.js";
import type { Faults } from "./faults/faults.js";
import type { World } from "./state/world.js";
import type { Timers } from "./timers.js";

/** What every part of the sandbox works with. */
export interface SandboxContext {
  readonly clock: Clock;
  readonly random: Random;
  readonly entropy: Entropy;
  readonly timers: Timers;
  readonly events: Events;
  readonly faults: Faults;
  readonly world: World;
}
