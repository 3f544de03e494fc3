import { Migration } from "@mikro-orm/migrations";

export class Migration20261130122125_parked_work extends Migration {
  override name = "Migration20261130122125_parked_work";

  override up(): void | Promise<void> {
    this.addSql(
      `create table \`parked_work\` (\`id\` integer not null primary key autoincrement, \`account_id\` bigint not null, \`work\` text not null, \`subject\` text not null, \`subject_id\` bigint not null, \`debtor_id\` bigint null, \`problem\` text not null, \`attempts\` integer not null, \`since\` bigint not null, \`last_at\` bigint not null, \`retry_at\` bigint null);`,
    );
    this.addSql(`create unique index \`parked_work_subject\` on \`parked_work\` (\`account_id\`, \`work\`, \`subject\`, \`subject_id\`);`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists \`parked_work\`;`);
  }
}
