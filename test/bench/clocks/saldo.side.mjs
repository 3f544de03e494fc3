import { ACCOUNT } from "../harness/account.mjs";
import { built, NOW } from "../harness/saldo.mjs";
import { measured } from "../harness/side.mjs";
import { OTHER_HOURS } from "./hours.mjs";

// `begin`: the versions that ship, and how much open time there was; `replan`: other hours are published; `idle`: a sweep when nothing is due, in
// statements; `wave`: everything that fell due is swept.
await measured(async ({ step }) => {
  const { openContext, openPorts } = await built("boot.js");
  const { configFromProcess } = await built("platform/config/config.js");
  const { SystemClock } = await built("platform/clock/system-clock.js");
  const statements = [];
  const onStatement = (text) => void statements.push(text);
  const app = await openContext(
    await openPorts(configFromProcess(), { clock: new SystemClock(NOW - Date.now()), ticks: "none", onStatement }),
  );
  const of = async (path, name) => app.get((await built(`modules/escalations/${path}`))[name]);
  const steps = {
    begin: async () => {
      const { timeline } = await (await begun(of)).timelineOf(ACCOUNT, "desk");
      return { markNow: timeline.markAt(NOW) };
    },
    replan: async () => {
      const publishing = await of("policies/calendar-publishing.service.js", "CalendarPublishing");
      const { NO_EFFECT } = await built("modules/escalations/domain/policy/change-effect.js");
      const why = { basedOn: 1, reason: "bench", effect: NO_EFFECT };
      const actor = { kind: "person", accountId: ACCOUNT, hostUserId: 1, role: "administrator" };
      return () => publishing.publish(ACCOUNT, OTHER_HOURS, why, actor);
    },
    idle: async () => {
      const sweep = await of("clocks/clock-sweep.service.js", "ClockSweep");
      // Once before: that nothing is parked is remembered.
      await sweep.turn(ACCOUNT);
      statements.length = 0;
      return async () => {
        await sweep.turn(ACCOUNT);
        return { statements: statements.length };
      };
    },
    wave: async () => {
      const sweep = await of("clocks/clock-sweep.service.js", "ClockSweep");
      return async () => {
        const from = performance.now();
        while (await sweep.turn(ACCOUNT));
        return { ms: performance.now() - from };
      };
    },
  };
  const ready = await steps[step]();
  return { work: async () => (typeof ready === "function" ? ready() : ready), close: () => app.close() };
});

async function begun(of) {
  const plans = await of("clocks/clock-plans.service.js", "ClockPlans");
  await plans.inForce(ACCOUNT);
  return plans;
}
