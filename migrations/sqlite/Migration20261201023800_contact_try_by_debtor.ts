import { Migration } from "@mikro-orm/migrations";

export class Migration20261201023800_contact_try_by_debtor extends Migration {
  override name = "Migration20261201023800_contact_try_by_debtor";

  override up(): void | Promise<void> {
    this.addSql(`drop index \`contact_try_debtor\`;`);
    this.addSql(
      `create index \`contact_try_debtor\` on \`contact_try\` (\`account_id\`, \`debtor_id\`, \`day\`, \`made_recorded\`, \`answered_recorded\`);`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`drop index \`contact_try_debtor\`;`);
    this.addSql(`create index \`contact_try_debtor\` on \`contact_try\` (\`account_id\`, \`debtor_id\`, \`made_at\`);`);
  }
}
