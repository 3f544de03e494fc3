import { Migration } from '@mikro-orm/migrations';

export class Migration20261122123501_initial extends Migration {

  override name = 'Migration20261122123501_initial';

  override up(): void | Promise<void> {
    this.addSql(`create table \`data_key\` (\`id\` integer not null primary key autoincrement, \`account_id\` bigint not null, \`subject\` text not null, \`subject_id\` bigint not null, \`wrapped\` text not null, \`created_at\` bigint not null);`);
    this.addSql(`create unique index \`data_key_account_id_subject_subject_id_unique\` on \`data_key\` (\`account_id\`, \`subject\`, \`subject_id\`);`);

    this.addSql(`create table \`job_run\` (\`id\` integer not null primary key autoincrement, \`name\` text not null, \`slot\` bigint not null, \`started_at\` bigint not null, \`finished_at\` bigint null, \`error\` text null);`);
    this.addSql(`create unique index \`job_run_name_slot_unique\` on \`job_run\` (\`name\`, \`slot\`);`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists \`data_key\`;`);
    this.addSql(`drop table if exists \`job_run\`;`);
  }

}
