import { expect, it } from "@jest/globals";
import { SteppedClock } from "../../../../server/platform/clock/stepped-clock.js";
import { SteppedThenRealClock } from "../../../../server/platform/clock/stepped-then-real-clock.js";

/** Ends only when told: as an answer from the network does, whenever it likes. */
function answer() {
  let arrive = () => {};
  const arrived = new Promise<void>((resolve) => (arrive = resolve));
  return { arrive, arrived };
}

it("pieces of work take turns in the order they asked, whichever answer would be first", async () => {
  const clock = new SteppedClock(0);
  const order: string[] = [];
  const [slow, quick] = [answer(), answer()];
  const piece = (name: string, { arrived }: { readonly arrived: Promise<void> }) =>
    clock.inTurn(async () => {
      order.push(`${name} begins`);
      await arrived;
      order.push(`${name} ends`);
    });
  const both = Promise.all([piece("slow", slow), piece("quick", quick)]);
  quick.arrive();
  slow.arrive();
  await both;
  expect(order).toEqual(["slow begins", "slow ends", "quick begins", "quick ends"]);
});

it("a piece that fails keeps nobody waiting", async () => {
  const clock = new SteppedClock(0);
  await expect(clock.inTurn(() => Promise.reject(new Error("no answer")))).rejects.toThrow("no answer");
  await expect(clock.inTurn(() => Promise.resolve("next"))).resolves.toBe("next");
});

it("one of a kind is under way at once until real time takes over", async () => {
  const clock = new SteppedThenRealClock(0, new SteppedClock(5));
  expect(clock.atOnce(8)).toBe(1);
  await clock.handOver();
  expect(clock.atOnce(8)).toBe(8);
});
