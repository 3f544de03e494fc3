import { Migration } from "@mikro-orm/migrations";

export class Migration20261130223344_contact_deferrals extends Migration {
  override name = "Migration20261130223344_contact_deferrals";

  override up(): void | Promise<void> {
    this.addSql(
      `create table \`contact_deferral\` (\`account_id\` bigint not null, \`seq\` bigint not null, \`debtor_id\` bigint null, \`channel\` text not null, \`rule\` text not null, \`day\` char(10) not null, \`hour\` integer not null, \`recorded_at\` bigint not null, primary key (\`account_id\`, \`seq\`));`,
    );
    this.addSql(`create index \`contact_deferral_day\` on \`contact_deferral\` (\`account_id\`, \`day\`);`);

    this.addSql(`create index \`escalation_opened\` on \`escalation\` (\`account_id\`, \`opened_at\`);`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists \`contact_deferral\`;`);

    this.addSql(`drop index \`escalation_opened\`;`);
  }
}
