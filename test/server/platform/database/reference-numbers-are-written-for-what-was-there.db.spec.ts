import { expect, test } from "@jest/globals";
import { referenceNumber1 } from "../../../../migrations/data/reference-numbers-1.js";
import { entities } from "../../../../server/entities.js";
import { migrate } from "../../../../server/platform/database/migrate.js";
import { openOrm } from "../../../../server/platform/database/orm.js";
import { createTestDatabase } from "../../../support/database.js";

const MIGRATION = /_reference_numbers$/;
const MANY = 620;

test("a database of before gets the numbers of its references and what waiting payments mention, and can be taken back", async () => {
  const database = await createTestDatabase();
  const orm = await openOrm(database.config, entities);
  const run = (sql: string, params: (string | number)[] = []) => orm.em.fork().execute<Record<string, unknown>[]>(sql, params);
  const { name } = (await orm.migrator.getPending()).find((migration) => MIGRATION.test(migration.name))!;
  await migrate(orm);
  await orm.migrator.down({ to: name });
  await orm.migrator.down({ migrations: [name] });
  for (let index = 1; index <= MANY; index++) {
    await run(
      `insert into debt (account_id, public_id, debtor_id, source, reference, principal_minor, balance_minor, reported_minor, currency, due_date, status, created_at, updated_at)
       values (1, ?, 1, 'file', ?, 1, 1, 1, 'COP', '2026-11-01', 'open', 0, 0)`,
      [String(index), index % 7 === 0 ? `F-${index % 90}-${index}` : `FE-00${index + 1_000}`],
    );
  }
  await run(
    `insert into payment (account_id, public_id, source, external_id, claimed_reference, amount_minor, unallocated_minor, currency, value_date, status, received_at)
     values (1, 'p', 'file', 'P-1', 'FE-1001 / FE-1002', 1, 1, 'COP', '2026-11-01', 'unidentified', 0)`,
  );
  await migrate(orm);
  const debts = await run("select reference, reference_number from debt order by id");
  expect(debts).toHaveLength(MANY);
  for (const row of debts) expect(row.reference_number).toBe(referenceNumber1(String(row.reference)));
  const mentions = await run("select mention from payment_mention order by mention");
  expect(mentions.map(({ mention }) => mention)).toEqual(["#1001", "#1002", "fe1001", "fe1002"]);
  await orm.close(true);
  await database.drop();
});
