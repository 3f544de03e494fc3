import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { type BlockReport, blockNews } from "../../../../../server/modules/host/domain/block-news.js";

/** What is known after reports in this order: since when the contact is blocked, or null. */
const after = (reports: readonly (BlockReport & { readonly told: number })[]) =>
  reports.reduce<number | null>((since, report) => {
    const news = blockNews(report, since);
    if (news === "block") return since ?? report.told;
    return news === "unblock" ? null : since;
  }, null);

test("a word of before the block does not lift it, nor one of no known time", () => {
  expect(blockNews({ blocked: false, at: 99 }, 100)).toBeNull();
  expect(blockNews({ blocked: false, at: 100 }, 100)).toBeNull();
  expect(blockNews({ blocked: false, at: null }, 100)).toBeNull();
  expect(blockNews({ blocked: false, at: 101 }, 100)).toBe("unblock");
  expect(blockNews({ blocked: false, at: 101 }, null)).toBeNull();
});

test("while a contact is blocked, no order of what was told before and since makes it free", () => {
  const before = fc.array(fc.record({ blocked: fc.boolean(), at: fc.oneof(fc.integer({ min: 0, max: 100 }), fc.constant(null)) }));
  fc.assert(
    fc.property(before, fc.nat(), (reports, place) => {
      const block = { blocked: true, at: 100, told: 100 };
      const told = reports.map((report) => ({ ...report, told: 100 }));
      const mixed = told.toSpliced(place % (told.length + 1), 0, block);
      expect(after(mixed)).not.toBeNull();
    }),
  );
});
