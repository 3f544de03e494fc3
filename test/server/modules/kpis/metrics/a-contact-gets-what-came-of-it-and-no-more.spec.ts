import { describe, expect, it } from "@jest/globals";
import { answeredAttempts } from "../../../../../server/modules/kpis/metrics/domain/cases/answered-attempts.js";
import { firstContactResult, resolvedByContact } from "../../../../../server/modules/kpis/metrics/domain/cases/first-contact.js";
import { DAY, HOUR } from "../../../../../server/shared/instant.js";

describe("an answer", () => {
  const attempts = [
    { id: "a", at: 0 },
    { id: "b", at: 10 * HOUR },
  ];

  it("is to the last attempt before it", () => {
    expect([...answeredAttempts(attempts, [11 * HOUR], DAY)]).toEqual(["b"]);
    expect([...answeredAttempts(attempts, [HOUR, 2 * HOUR, 11 * HOUR], DAY)]).toEqual(["a", "b"]);
  });

  it("is to none where it came before any, or after the window", () => {
    expect([...answeredAttempts(attempts, [-1], DAY)]).toEqual([]);
    expect([...answeredAttempts(attempts, [10 * HOUR + DAY + 1], DAY)]).toEqual([]);
    expect([...answeredAttempts(attempts, [10 * HOUR + DAY], DAY)]).toEqual(["b"]);
  });
});

describe("the first contact", () => {
  const contact = (results: number[], secondAt: number | null = null) => ({ firstAt: 0, secondAt, results });

  it("converted who paid or agreed within its window", () => {
    expect(firstContactResult(contact([2 * DAY]), 7 * DAY, 30 * DAY)).toBe("converted");
    expect(firstContactResult(contact([7 * DAY]), 7 * DAY, 30 * DAY)).toBe("not");
  });

  it("did not convert who did so after a second one", () => {
    expect(firstContactResult(contact([3 * DAY], 2 * DAY), 7 * DAY, 30 * DAY)).toBe("not");
    expect(firstContactResult(contact([3 * DAY], 4 * DAY), 7 * DAY, 30 * DAY)).toBe("converted");
  });

  it("is not judged while its window is open and nothing has come", () => {
    expect(firstContactResult(contact([]), 7 * DAY, 6 * DAY)).toBe("too_young");
    expect(firstContactResult(contact([6.5 * DAY]), 7 * DAY, 6 * DAY)).toBe("too_young");
    expect(firstContactResult(contact([]), 7 * DAY, 7 * DAY)).toBe("not");
  });
});

it("of 100 cases that were reached 42 were resolved by the first contact, 56 by the second, 66 by the third", () => {
  const cases = [
    ...Array.from({ length: 42 }, () => ({ contacts: [1], resolvedAt: 2 })),
    ...Array.from({ length: 14 }, () => ({ contacts: [1, 3], resolvedAt: 4 })),
    ...Array.from({ length: 10 }, () => ({ contacts: [1, 3, 5], resolvedAt: 5 })),
    ...Array.from({ length: 4 }, () => ({ contacts: [1, 3, 5, 7], resolvedAt: 8 })),
    ...Array.from({ length: 30 }, () => ({ contacts: [1, 3], resolvedAt: null })),
  ];
  const by = (contact: number) => cases.map(resolvedByContact).filter((resolved) => resolved !== null && resolved <= contact).length;
  expect([by(1), by(2), by(3)]).toEqual([42, 56, 66]);
  expect(resolvedByContact({ contacts: [5], resolvedAt: 4 })).toBeNull();
});
