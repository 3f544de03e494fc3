import { expect, it } from "@jest/globals";
import { isKnownZone, localParts } from "../../../server/shared/zone.js";

it.each(["America/Bogota", "America/Argentina/Buenos_Aires", "UTC"])("knows %s", (zone) => {
  expect(isKnownZone(zone)).toBe(true);
});

it.each(["", "America/Bogotá", "Mars/Olympus", "+05:00", "EST", "america/bogota", "__proto__", "America/Bogota\n"])(
  "does not know %j",
  (zone) => {
    expect(isKnownZone(zone)).toBe(false);
    expect(() => localParts(zone, 0)).toThrow(RangeError);
  },
);
