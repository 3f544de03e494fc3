import { expect, test } from "@jest/globals";
import { looseKey1 } from "../../../../migrations/data/loose-key-1.js";
import { fillLooseReferences } from "../../../../migrations/data/loose-references.js";
import { entities } from "../../../../server/entities.js";
import { migrate } from "../../../../server/platform/database/migrate.js";
import { openOrm } from "../../../../server/platform/database/orm.js";
import { createTestDatabase } from "../../../support/database.js";

const MIGRATION = /_loose_references$/;
const MANY = 620;

test("a database of before gets the keys of all it holds, and can be taken back", async () => {
  const database = await createTestDatabase();
  const orm = await openOrm(database.config, entities);
  const run = (sql: string, params: (string | number)[] = []) => orm.em.fork().execute<Record<string, unknown>[]>(sql, params);
  const { name } = (await orm.migrator.getPending()).find((migration) => MIGRATION.test(migration.name))!;
  await migrate(orm);
  await orm.migrator.down({ to: name });
  await orm.migrator.down({ migrations: [name] });
  expect(await run("select * from debtor")).toEqual([]);
  const referenceOf = (index: number) => (index % 7 === 0 ? `FE-00${index}` : `Ｆ ${index}`);
  for (let index = 1; index <= MANY; index++) await insertDebtor(run, index, referenceOf(index));
  await migrate(orm);
  const rows = await run("select external_id, loose_external_id from debtor order by id");
  expect(rows).toHaveLength(MANY);
  for (const row of rows) expect(row.loose_external_id).toBe(looseKey1(String(row.external_id)));
  // What was cut short goes on.
  await run("update debtor set loose_external_id = null where account_id = 1 and id % 3 = 0");
  await fillLooseReferences(run);
  expect(await run("select id from debtor where account_id = 1 and loose_external_id is null")).toEqual([]);
  await orm.close(true);
  await database.drop();
});

async function insertDebtor(
  run: (sql: string, params: (string | number)[]) => Promise<unknown>,
  index: number,
  externalId: string,
): Promise<void> {
  await run(
    `insert into debtor (account_id, public_id, external_id, kind, name_sealed, language, zones, ambiguous_number, created_at, updated_at)
     values (1, ?, ?, 'person', '', 'es', '[]', 0, 0, 0)`,
    [String(index), externalId],
  );
}
