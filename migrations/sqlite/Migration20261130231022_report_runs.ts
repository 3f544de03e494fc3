import { Migration } from "@mikro-orm/migrations";

export class Migration20261130231022_report_runs extends Migration {
  override name = "Migration20261130231022_report_runs";

  override up(): void | Promise<void> {
    this.addSql(
      `create table \`report_run\` (\`id\` integer not null primary key autoincrement, \`account_id\` bigint not null, \`public_id\` text not null, \`kind\` text not null, \`from_day\` char(10) not null, \`to_day\` char(10) not null, \`as_of\` bigint not null, \`cause\` text not null, \`made_at\` bigint not null, \`hash\` char(64) not null, \`data\` mediumtext not null);`,
    );
    this.addSql(`create index \`report_run_hash\` on \`report_run\` (\`account_id\`, \`hash\`);`);
    this.addSql(`create unique index \`report_run_public\` on \`report_run\` (\`account_id\`, \`public_id\`);`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists \`report_run\`;`);
  }
}
