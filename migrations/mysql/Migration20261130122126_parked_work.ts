import { Migration } from "@mikro-orm/migrations";

export class Migration20261130122126_parked_work extends Migration {
  override name = "Migration20261130122126_parked_work";

  override up(): void | Promise<void> {
    this.addSql(
      `create table \`parked_work\` (\`id\` bigint unsigned not null auto_increment primary key, \`account_id\` bigint not null, \`work\` varchar(64) not null, \`subject\` varchar(64) not null, \`subject_id\` bigint not null, \`debtor_id\` bigint null, \`problem\` varchar(80) not null, \`attempts\` int not null, \`since\` bigint not null, \`last_at\` bigint not null, \`retry_at\` bigint null) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB;`,
    );
    this.addSql(`alter table \`parked_work\` add unique \`parked_work_subject\` (\`account_id\`, \`work\`, \`subject\`, \`subject_id\`);`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists \`parked_work\`;`);
  }
}
