import { expect, it } from "@jest/globals";
import { openOrm } from "../../server/platform/database/orm.js";
import { createTestDatabase, testDialect } from "../support/database.js";

it("is empty, knows nothing of another, and is gone after drop", async () => {
  const [one, other] = await Promise.all([createTestDatabase(), createTestDatabase()]);
  expect(one.config.database).toMatchObject({ dialect: testDialect() });

  const orm = await openOrm(one.config, []);
  await orm.em.execute("create table mark (id int)");
  await orm.close(true);
  const elsewhere = await openOrm(other.config, []);
  await expect(elsewhere.em.execute("select * from mark")).rejects.toThrow(/mark/);
  await elsewhere.close(true);

  await one.drop();
  await other.drop();
  if (testDialect() === "mysql")
    await expect(openOrm(one.config, []).then((gone) => gone.em.execute("select 1"))).rejects.toThrow(/unknown database/i);
});
