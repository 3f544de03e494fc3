import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { changesOf, HOST_TROUBLES, halts } from "../../../../server/modules/accounts/domain/trouble.js";

const some = fc.subarray([...HOST_TROUBLES]);

test("a look tells only of what it looked at, and says each thing once", () => {
  fc.assert(
    fc.property(some, some, some, (known, looked, found) => {
      const { begun, ended } = changesOf(new Set(known), looked, new Set(found));
      for (const trouble of begun)
        expect([looked.includes(trouble), found.includes(trouble), known.includes(trouble)]).toEqual([true, true, false]);
      for (const trouble of ended)
        expect([looked.includes(trouble), found.includes(trouble), known.includes(trouble)]).toEqual([true, false, true]);
      // Taken over, the same look changes nothing more.
      const now = new Set([...known.filter((trouble) => !ended.includes(trouble)), ...begun]);
      expect(changesOf(now, looked, new Set(found))).toEqual({ begun: [], ended: [] });
    }),
  );
});

test("without a token or a sender nothing is sent; without a team, a label or a tab it is", () => {
  expect(HOST_TROUBLES.filter((trouble) => halts(trouble))).toEqual(["token_refused", "inbox_gone", "sender_refused"]);
});
