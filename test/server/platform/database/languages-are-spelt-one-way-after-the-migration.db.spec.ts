import { expect, test } from "@jest/globals";
import { entities } from "../../../../server/entities.js";
import { migrate } from "../../../../server/platform/database/migrate.js";
import { openOrm } from "../../../../server/platform/database/orm.js";
import { createTestDatabase } from "../../../support/database.js";

const MIGRATION = /_language_spelling$/;

test("what is known of a template's approval is still known of it, and can be taken back", async () => {
  const database = await createTestDatabase();
  const orm = await openOrm(database.config, entities);
  const run = (sql: string, params: (string | number)[] = []) => orm.em.fork().execute<{ language: string }[]>(sql, params);
  const languages = async () =>
    (await run("select language from template_status where account_id = 1 order by id")).map((row) => row.language);
  const { name } = (await orm.migrator.getPending()).find((migration) => MIGRATION.test(migration.name))!;
  await migrate(orm);
  await run(
    `insert into account (id, public_id, name, host_base_url, host_account_id, inbox_id, inbox_name, locale, zone, creditor_name, payment_url, label,
       declared_at, token_sealed, declared_by_sealed, webhook_key, dispatch_enabled, dispatch_stopped, created_at)
     values (1, 'a', '', 'http://localhost', 1, 1, '', 'es', 'America/Bogota', '', '', '', 0, '', '', 'k', 0, 0, 0)`,
  );
  for (const language of ["es", "pt-BR"])
    await run(
      `insert into template_status (account_id, name, language, status, category, changed_at, seen_at) values (1, 't', ?, 'APPROVED', '', 0, 0)`,
      [language],
    );
  await orm.migrator.down({ to: name });
  await orm.migrator.down({ migrations: [name] });
  expect(await languages()).toEqual(["es", "pt_BR"]);
  await migrate(orm);
  expect(await languages()).toEqual(["es", "pt-BR"]);
  await orm.close(true);
  await database.drop();
});
