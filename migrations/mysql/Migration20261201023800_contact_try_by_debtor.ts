import { Migration } from "@mikro-orm/migrations";

export class Migration20261201023800_contact_try_by_debtor extends Migration {
  override name = "Migration20261201023800_contact_try_by_debtor";

  override up(): void | Promise<void> {
    this.addSql(`alter table \`contact_try\` drop index \`contact_try_debtor\`;`);
    this.addSql(
      `alter table \`contact_try\` add index \`contact_try_debtor\` (\`account_id\`, \`debtor_id\`, \`day\`, \`made_recorded\`, \`answered_recorded\`);`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table \`contact_try\` drop index \`contact_try_debtor\`;`);
    this.addSql(`alter table \`contact_try\` add index \`contact_try_debtor\` (\`account_id\`, \`debtor_id\`, \`made_at\`);`);
  }
}
