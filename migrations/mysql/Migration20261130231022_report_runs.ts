import { Migration } from "@mikro-orm/migrations";

export class Migration20261130231022_report_runs extends Migration {
  override name = "Migration20261130231022_report_runs";

  override up(): void | Promise<void> {
    this.addSql(
      `create table \`report_run\` (\`id\` bigint unsigned not null auto_increment primary key, \`account_id\` bigint not null, \`public_id\` varchar(36) not null, \`kind\` varchar(16) not null, \`from_day\` char(10) not null, \`to_day\` char(10) not null, \`as_of\` bigint not null, \`cause\` varchar(16) not null, \`made_at\` bigint not null, \`hash\` char(64) not null, \`data\` mediumtext not null) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB;`,
    );
    this.addSql(`alter table \`report_run\` add index \`report_run_hash\` (\`account_id\`, \`hash\`);`);
    this.addSql(`alter table \`report_run\` add unique \`report_run_public\` (\`account_id\`, \`public_id\`);`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists \`report_run\`;`);
  }
}
