import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { decide, REPLY_WINDOW } from "../../../../server/modules/policy/rules.js";
import { CATALOGUE, situation } from "./arbitrary-facts.js";
import { at, closedRules, decideCo } from "./given.js";

const reply = { purpose: "reply" as const, origin: "agent" as const };
const sunday = at("2026-11-22T22:00");

describe("a reply", () => {
  it("is allowed at any hour, whatever else is known, after a recent message on the channel", () => {
    fc.assert(
      fc.property(situation, fc.integer({ min: 0, max: REPLY_WINDOW - 1 }), ({ intent, facts, now }, ago) => {
        const asked = { ...facts, optOuts: [], lastInbound: { [intent.channel]: now - ago } };
        expect(decide({ ...intent, ...reply }, asked, CATALOGUE, now)).toMatchObject({
          verdict: "allow",
          purpose: "reply",
          notAfter: now - ago + REPLY_WINDOW,
        });
      }),
    );
  });

  it("is judged as collection when there is nothing recent to answer", () => {
    expect(decideCo(sunday, { lastInbound: { whatsapp: sunday - REPLY_WINDOW } }, reply)).toMatchObject({
      verdict: "not_before",
      purpose: "collection",
    });
  });

  it("does not follow the debtor to another channel", () => {
    expect(decideCo(sunday, { lastInbound: { whatsapp: sunday - 1 } }, { ...reply, channel: "call" }).verdict).toBe("not_before");
  });
});

describe("after an opt-out", () => {
  const stop = { channel: "whatsapp" as const, at: sunday - 60_000, confirmedAt: null };
  const lastInbound = { whatsapp: stop.at };

  it("nothing goes out, not even a reply", () => {
    expect(closedRules(decideCo(sunday, { optOuts: [stop], lastInbound }, reply))).toEqual(["SALDO/opt_out"]);
    expect(decideCo(at("2026-11-23T10:00"), { optOuts: [stop], lastInbound }).verdict).toBe("deny");
  });

  it("except the one confirmation", () => {
    const confirm = { ...reply, confirmsOptOut: true };
    expect(decideCo(sunday, { optOuts: [stop], lastInbound }, confirm).verdict).toBe("allow");
    expect(decideCo(sunday, { optOuts: [{ ...stop, confirmedAt: sunday - 1 }], lastInbound }, confirm).verdict).toBe("deny");
  });

  it("collection cannot pass as its confirmation", () => {
    expect(decideCo(at("2026-11-23T10:00"), { optOuts: [stop], lastInbound }, { confirmsOptOut: true }).verdict).toBe("deny");
  });

  it("an answer is possible to who writes again", () => {
    expect(decideCo(sunday, { optOuts: [stop], lastInbound: { whatsapp: sunday - 1 } }, reply).verdict).toBe("allow");
  });

  it("an opt-out of everything closes every channel", () => {
    expect(decideCo(at("2026-11-23T10:00"), { optOuts: [{ ...stop, channel: "all" }] }, { channel: "email" }).verdict).toBe("deny");
  });

  it("an opt-out of one channel leaves the others", () => {
    expect(decideCo(at("2026-11-23T10:00"), { optOuts: [stop] }, { channel: "email" }).verdict).toBe("allow");
  });
});
