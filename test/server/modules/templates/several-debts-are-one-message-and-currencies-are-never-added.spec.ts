import { describe, expect, it } from "@jest/globals";
import { debtMessage, type ListedDebt } from "../../../../server/modules/templates/domain/debt-message.js";
import { fillBody } from "../../../../server/modules/templates/domain/fill-body.js";
import { renderText } from "../../../../server/modules/templates/domain/render-text.js";
import { library } from "./support/library.js";

const debt = (reference: string, minor: number, currency: string, dueDate: string): ListedDebt => ({
  reference,
  balance: { minor, currency },
  dueDate,
});

function written(locale: string, debts: readonly ListedDebt[]): readonly string[] {
  const language = locale.startsWith("pt") ? "pt-BR" : locale.slice(0, 2);
  const context = debtMessage({ locale, asOf: "2026-11-22", creditor: "Alameda Hogar", name: "Ana", debts });
  return fillBody(library.template("saldo_d31_90_reminder", language), context)
    .slice(2)
    .map((text) => text.replaceAll("\u00a0", " "));
}

describe("a message about several debts", () => {
  it("names the total, the accounts and the oldest due date", () => {
    const debts = [
      debt("F-2", 20_000_00, "COP", "2026-10-20"),
      debt("F-1", 366_400_00, "COP", "2026-10-11"),
      debt("F-3", 1_50, "COP", "2026-10-20"),
    ];
    expect(written("es-CO", debts)).toEqual(["$ 386.401,50", "3 cuentas (F-1, F-2 y F-3)", "11 de octubre", "42"]);
  });

  it.each([
    ["es-CO", "con vencimiento a partir del 27 de marzo."],
    ["pt-BR", "com vencimento a partir de 27 de março."],
    ["en-US", "with due date from March 27."],
  ] as const)("on the due day does not say of the whole that it was due when the oldest was: %s", (locale, words) => {
    const debts = [debt("F-1", 100_00, "COP", "2026-03-27"), debt("F-2", 900_00, "COP", "2026-11-22")];
    const context = debtMessage({ locale, asOf: "2026-11-22", creditor: "Alameda Hogar", name: "Ana", debts });
    const language = locale === "pt-BR" ? locale : locale.slice(0, 2);
    expect(renderText(library.template("saldo_due_reminder", language), context)).toContain(words);
  });

  it("counts what it does not list", () => {
    const debts = ["A", "B", "C", "D", "E"].map((reference) => debt(reference, 100_00, "BRL", "2026-10-11"));
    expect(written("pt-BR", debts)[1]).toBe("5 contas (A, B, C e 2 mais)");
    expect(written("en-US", debts)[1]).toBe("5 accounts (A, B, C, and 2 more)");
  });

  it("states each currency by its code when there are several, or when a bare symbol would be read as another", () => {
    const mixed = [debt("F-1", 386_400_00, "COP", "2026-10-11"), debt("F-2", 1_250_00, "MXN", "2026-10-12")];
    expect(written("es-CO", mixed)[0]).toBe("COP 386.400 y MXN 1.250,00");
    expect(written("es-CO", mixed.slice(1))[0]).toBe("MXN 1.250,00");
    expect(written("es-MX", mixed.slice(1))[0]).toBe("$1,250.00");
    expect(written("es", mixed.slice(0, 1))[0]).toBe("386.400 COP");
  });

  it("writes the year of a date that is not this year's", () => {
    const old = [debt("F-1", 100_00, "BRL", "2025-12-30")];
    expect(written("pt-BR", old).slice(2)).toEqual(["30 de dezembro de 2025", "327"]);
    expect(written("en-US", old)[2]).toBe("December 30, 2025");
  });

  it.each([[[]], [[debt("F-1", 0, "COP", "2026-10-11")]], [[debt("F-1", 5, "COP", "2026-10-11"), debt("F-2", -5, "COP", "2026-10-11")]]])(
    "is not written about what was paid: %j",
    (debts) => {
      expect(() => written("es-CO", debts)).toThrow(expect.objectContaining({ code: "template.nothing_owed" }));
    },
  );
});
