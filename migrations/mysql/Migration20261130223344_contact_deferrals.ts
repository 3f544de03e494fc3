import { Migration } from "@mikro-orm/migrations";

export class Migration20261130223344_contact_deferrals extends Migration {
  override name = "Migration20261130223344_contact_deferrals";

  override up(): void | Promise<void> {
    this.addSql(
      `create table \`contact_deferral\` (\`account_id\` bigint unsigned not null, \`seq\` bigint unsigned not null, \`debtor_id\` bigint null, \`channel\` varchar(16) not null, \`rule\` varchar(100) not null, \`day\` char(10) not null, \`hour\` int not null, \`recorded_at\` bigint not null, primary key (\`account_id\`, \`seq\`)) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB;`,
    );
    this.addSql(`alter table \`contact_deferral\` add index \`contact_deferral_day\` (\`account_id\`, \`day\`);`);

    this.addSql(`alter table \`escalation\` add index \`escalation_opened\` (\`account_id\`, \`opened_at\`);`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists \`contact_deferral\`;`);

    this.addSql(`alter table \`escalation\` drop index \`escalation_opened\`;`);
  }
}
