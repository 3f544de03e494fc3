import { expect, it } from "@jest/globals";
import { existsSync } from "node:fs";
import { openOrm } from "../../server/platform/database/orm.js";
import { createTestDatabase, testDialect } from "../support/database.js";

it("is empty, knows nothing of another, and is gone after drop", async () => {
  const [one, other] = await Promise.all([createTestDatabase(), createTestDatabase()]);
  expect(one.config.database.dialect).toBe(testDialect());
  const here = await openOrm(one.config, []);
  const there = await openOrm(other.config, []);
  try {
    await here.em.execute("create table mark (id int)");
    await expect(there.em.execute("select * from mark")).rejects.toThrow(/mark/);
    await one.drop();
    expect(existsSync(one.config.dataDir)).toBe(false);
    if (testDialect() === "mysql")
      await expect(here.em.execute("select * from mark")).rejects.toThrow(/no database|unknown database|doesn't exist/i);
  } finally {
    await here.close(true);
    await there.close(true);
    await other.drop();
  }
});
