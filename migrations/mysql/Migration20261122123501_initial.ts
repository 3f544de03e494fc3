import { Migration } from '@mikro-orm/migrations';

export class Migration20261122123501_initial extends Migration {

  override name = 'Migration20261122123501_initial';

  override up(): void | Promise<void> {
    this.addSql(`create table \`data_key\` (\`id\` bigint unsigned not null auto_increment primary key, \`account_id\` bigint not null, \`subject\` varchar(16) not null, \`subject_id\` bigint not null, \`wrapped\` varchar(255) not null, \`created_at\` bigint not null) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB;`);
    this.addSql(`alter table \`data_key\` add unique \`data_key_account_id_subject_subject_id_unique\` (\`account_id\`, \`subject\`, \`subject_id\`);`);

    this.addSql(`create table \`job_run\` (\`id\` bigint unsigned not null auto_increment primary key, \`name\` varchar(64) not null, \`slot\` bigint not null, \`started_at\` bigint not null, \`finished_at\` bigint null, \`error\` varchar(255) null) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB;`);
    this.addSql(`alter table \`job_run\` add unique \`job_run_name_slot_unique\` (\`name\`, \`slot\`);`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists \`data_key\`;`);
    this.addSql(`drop table if exists \`job_run\`;`);
  }

}
