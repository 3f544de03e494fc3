import { Migration } from "@mikro-orm/migrations";

export class Migration20261201063500_people_of_any_days extends Migration {
  override name = "Migration20261201063500_people_of_any_days";

  override up(): void | Promise<void> {
    this.addSql(`drop index \`contact_try_day\`;`);
    this.addSql(
      `create index \`contact_try_day\` on \`contact_try\` (\`account_id\`, \`day\`, \`debtor_id\`, \`made_recorded\`, \`answered_recorded\`, \`delivered_recorded\`, \`read_recorded\`, \`hour\`, \`made_at\`);`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`drop index \`contact_try_day\`;`);
    this.addSql(
      `create index \`contact_try_day\` on \`contact_try\` (\`account_id\`, \`day\`, \`debtor_id\`, \`made_recorded\`, \`answered_recorded\`, \`hour\`, \`made_at\`);`,
    );
  }
}
