import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { type DebtEntry, type OverdueDebt, recoveryOf } from "../../../../../server/modules/kpis/metrics/domain/cases/debt-recovery.js";
import { reportingPeriod } from "../../../../../server/modules/kpis/metrics/domain/period.js";

const november = reportingPeriod("America/Bogota", "2026-11-01", "2026-12-01");
const december = reportingPeriod("America/Bogota", "2026-12-01", "2027-01-01");
const debt = (entries: readonly DebtEntry[], more: Partial<OverdueDebt> = {}): OverdueDebt => ({
  overdueAtStart: 1_000,
  newlyOverdue: 0,
  writtenOffOn: null,
  entries,
  ...more,
});

describe("recovery of one debt in a period", () => {
  it("a part payment counts for what it is", () => {
    expect(recoveryOf(debt([{ kind: "cash", on: "2026-11-10", minor: 300 }]), november)).toMatchObject({ recovered: 300n, excess: 0n });
  });

  it("a reversal comes off on its own day, whenever the payment was", () => {
    const reversed = debt([
      { kind: "cash", on: "2026-11-10", minor: 300 },
      { kind: "reversal", on: "2026-12-05", paidOn: "2026-11-10", minor: 300 },
    ]);
    expect(recoveryOf(reversed, november).recovered).toBe(300n);
    expect(recoveryOf(reversed, december).recovered).toBe(-300n);
  });

  it("what was paid too much is told apart and is in no rate", () => {
    expect(recoveryOf(debt([{ kind: "cash", on: "2026-11-10", minor: 1_250 }]), november)).toMatchObject({
      net: 1_250n,
      recovered: 1_000n,
      excess: 250n,
    });
  });

  it("a settlement is money and a part that was let go: neither is the other", () => {
    const settled = debt([
      { kind: "cash", on: "2026-11-10", minor: 700 },
      { kind: "forgiven", on: "2026-11-10", minor: 300 },
    ]);
    expect(recoveryOf(settled, november)).toMatchObject({ recovered: 700n, forgiven: 300n, excess: 0n });
  });

  it("a write-off is no recovery, and money after it has a line of its own", () => {
    const written = debt(
      [
        { kind: "cash", on: "2026-11-05", minor: 100 },
        { kind: "written_off", on: "2026-11-10", minor: 900 },
        { kind: "cash", on: "2026-11-20", minor: 200 },
      ],
      { writtenOffOn: "2026-11-10" },
    );
    expect(recoveryOf(written, november)).toMatchObject({ recovered: 100n, writtenOff: 900n, afterWriteOff: 200n, net: 300n });
  });

  it("every unit that came is somewhere, and no more is recovered than was owed", () => {
    const date = fc.integer({ min: 1, max: 30 }).map((day) => `2026-11-${String(day).padStart(2, "0")}`);
    const entry: fc.Arbitrary<DebtEntry> = fc.oneof(
      fc.record({ kind: fc.constantFrom("cash" as const, "forgiven" as const, "written_off" as const), on: date, minor: fc.nat(2_000) }),
      fc.record({ kind: fc.constant("reversal" as const), on: date, paidOn: date, minor: fc.nat(2_000) }),
    );
    const writtenOffOn = fc.option(date);
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 8 }), writtenOffOn, fc.nat(3_000), (entries, off, opening) => {
        const { net, recovered, excess, afterWriteOff, forgiven } = recoveryOf(
          debt(entries, { writtenOffOn: off, overdueAtStart: opening }),
          november,
        );
        const cash = entries.reduce((sum, { kind, minor }) => {
          if (kind === "cash") return sum + Number(minor);
          return kind === "reversal" ? sum - Number(minor) : sum;
        }, 0);
        expect(net).toBe(BigInt(cash));
        expect(recovered + excess + afterWriteOff).toBe(net);
        expect(excess >= 0n).toBe(true);
        const owed = BigInt(opening) - forgiven;
        expect(recovered <= (owed > 0n ? owed : 0n)).toBe(true);
      }),
    );
  });
});
