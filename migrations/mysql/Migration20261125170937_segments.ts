import { Migration } from "@mikro-orm/migrations";

export class Migration20261125170937_segments extends Migration {
  override name = "Migration20261125170937_segments";

  override up(): void | Promise<void> {
    this.addSql(
      `create table \`segment_member\` (\`id\` bigint unsigned not null auto_increment primary key, \`account_id\` bigint not null, \`segment_id\` bigint not null, \`debt_id\` bigint not null, \`debtor_id\` bigint not null, \`from_date\` char(10) not null, \`to_date\` char(10) null, \`open_slot\` int null) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB;`,
    );
    this.addSql(`alter table \`segment_member\` add index \`segment_member_debtor\` (\`account_id\`, \`debtor_id\`);`);
    this.addSql(`alter table \`segment_member\` add index \`segment_member_from\` (\`account_id\`, \`segment_id\`, \`from_date\`);`);
    this.addSql(`alter table \`segment_member\` add index \`segment_member_to\` (\`account_id\`, \`segment_id\`, \`to_date\`);`);
    this.addSql(
      `alter table \`segment_member\` add unique \`segment_member_open\` (\`account_id\`, \`segment_id\`, \`debt_id\`, \`open_slot\`);`,
    );

    this.addSql(
      `create table \`segment\` (\`id\` bigint unsigned not null auto_increment primary key, \`account_id\` bigint not null, \`public_id\` varchar(36) not null, \`segment_key\` varchar(64) not null, \`name\` varchar(80) not null, \`rule\` text not null, \`version\` int not null, \`refreshed_on\` char(10) null, \`refreshed_at\` bigint null, \`created_at\` bigint not null, \`updated_at\` bigint not null, \`archived_at\` bigint null) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB;`,
    );
    this.addSql(`alter table \`segment\` add unique \`segment_key\` (\`account_id\`, \`segment_key\`);`);
    this.addSql(`alter table \`segment\` add unique \`segment_public\` (\`account_id\`, \`public_id\`);`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists \`segment_member\`;`);
    this.addSql(`drop table if exists \`segment\`;`);
  }
}
