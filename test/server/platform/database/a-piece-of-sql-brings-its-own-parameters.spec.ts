import { describe, expect, it } from "@jest/globals";
import type { PortfolioTables } from "../../../../server/modules/portfolio/portfolio.tables.js";
import { fragment } from "../../../../server/platform/database/fragment.js";
import { typedSql } from "../../../../server/platform/database/typed-sql.js";

const debts = (dialect: "sqlite" | "mysql") => {
  const asked: { sql: string; params: readonly unknown[] }[] = [];
  const note = (sql: string, params: readonly unknown[]) => void asked.push({ sql, params });
  const builder = typedSql(dialect, {
    rows: async (sql, params) => {
      note(sql, params);
      return [];
    },
    run: async (sql, params) => {
      note(sql, params);
      return 0;
    },
  });
  return { asked, select: builder.withTables<PortfolioTables>() };
};

describe.each(["sqlite", "mysql"] as const)("on %s", (dialect) => {
  it("keeps the order of parameters before, in and behind it", async () => {
    const { asked, select } = debts(dialect);
    await select
      .selectFrom("debt as d")
      .select("d.id")
      .where("d.account_id", "=", 7)
      .where(fragment({ sql: "(d.currency = ? and d.due_date >= ?)", params: ["COP", "2026-01-01"] }))
      .where("d.id", ">", 9)
      .execute();
    expect(asked).toEqual([{ sql: expect.stringContaining("(d.currency = ? and d.due_date >= ?)"), params: [7, "COP", "2026-01-01", 9] }]);
  });
});

it("is refused where marks and parameters are not as many", () => {
  expect(() => fragment({ sql: "a = ?", params: [] })).toThrow("asks for 1 parameters and has 0");
  expect(() => fragment({ sql: "a = 1", params: ["b"] })).toThrow("asks for 0 parameters and has 1");
});
