import { Migration } from "@mikro-orm/migrations";

export class Migration20261201063500_people_of_any_days extends Migration {
  override name = "Migration20261201063500_people_of_any_days";

  override up(): void | Promise<void> {
    this.addSql(`alter table \`contact_try\` drop index \`contact_try_day\`;`);
    this.addSql(
      `alter table \`contact_try\` add index \`contact_try_day\` (\`account_id\`, \`day\`, \`debtor_id\`, \`made_recorded\`, \`answered_recorded\`, \`delivered_recorded\`, \`read_recorded\`, \`hour\`, \`made_at\`);`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table \`contact_try\` drop index \`contact_try_day\`;`);
    this.addSql(
      `alter table \`contact_try\` add index \`contact_try_day\` (\`account_id\`, \`day\`, \`debtor_id\`, \`made_recorded\`, \`answered_recorded\`, \`hour\`, \`made_at\`);`,
    );
  }
}
