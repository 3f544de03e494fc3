import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { type Delivery, deliveryOf, joinDelivery } from "../../../../server/modules/outbox/domain/delivery.js";

const delivery = fc.constantFrom<Delivery>("accepted", "at_whatsapp", "failed", "delivered", "read");
const join = (reports: readonly Delivery[]) => reports.reduce(joinDelivery);

test("the order of reports does not matter, nor how often they come", () => {
  fc.assert(
    fc.property(fc.array(delivery, { minLength: 1, maxLength: 8 }), fc.array(fc.nat(), { maxLength: 8 }), (reports, picks) => {
      const repeated = [...reports, ...picks.map((pick) => reports[pick % reports.length]!)].reverse();
      expect(join(repeated)).toBe(join(reports));
    }),
  );
});

test("a late delivery overrides a failure, a late failure does not override a delivery", () => {
  expect(join(["failed", "delivered"])).toBe("delivered");
  expect(join(["read", "failed", "delivered"])).toBe("read");
});

test("the helpdesk's 'sent' means nothing until WhatsApp took the message", () => {
  expect(deliveryOf("sent", false)).toBe("accepted");
  expect(deliveryOf("sent", true)).toBe("at_whatsapp");
  expect(deliveryOf(null, true)).toBe("at_whatsapp");
});
