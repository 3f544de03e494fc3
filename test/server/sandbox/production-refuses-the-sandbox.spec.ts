import { expect, test } from "@jest/globals";
import { SteppedClock } from "../../../server/platform/clock/stepped-clock.js";
import { SeededRandom, SystemEntropy } from "../../../server/platform/crypto/randomness.js";
import { createSandbox } from "../../../server/sandbox/index.js";

test("the sandbox does not start in production", async () => {
  const start = createSandbox({
    clock: new SteppedClock(0),
    random: new SeededRandom(1),
    entropy: new SystemEntropy(),
    nodeEnv: "production",
  });

  await expect(start).rejects.toThrow("NODE_ENV=production");
});
