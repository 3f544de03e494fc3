import { Migration } from "@mikro-orm/migrations";

export class Migration20261201024932_outgoing_mail_and_report_schedules extends Migration {
  override name = "Migration20261201024932_outgoing_mail_and_report_schedules";

  override up(): void | Promise<void> {
    this.addSql(
      `create table \`outgoing_mail\` (\`id\` bigint unsigned not null auto_increment primary key, \`account_id\` bigint not null, \`public_id\` varchar(36) not null, \`purpose\` varchar(16) not null, \`about\` varchar(36) not null, \`proof\` char(64) null, \`recipient\` varchar(64) not null, \`address_sealed\` text not null, \`content_sealed\` mediumtext not null, \`state\` varchar(16) not null, \`attempts\` int not null, \`due_at\` bigint not null, \`problem\` varchar(80) null, \`created_at\` bigint not null, \`ended_at\` bigint null) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB;`,
    );
    this.addSql(`alter table \`outgoing_mail\` add index \`outgoing_mail_due\` (\`account_id\`, \`state\`, \`due_at\`);`);
    this.addSql(`alter table \`outgoing_mail\` add unique \`outgoing_mail_public\` (\`account_id\`, \`public_id\`);`);
    this.addSql(`alter table \`outgoing_mail\` add unique \`outgoing_mail_once\` (\`account_id\`, \`purpose\`, \`about\`, \`recipient\`);`);

    this.addSql(
      `create table \`report_recipient\` (\`id\` bigint unsigned not null auto_increment primary key, \`account_id\` bigint not null, \`public_id\` varchar(36) not null, \`kind\` varchar(16) not null, \`recipient\` varchar(64) not null, \`address_sealed\` text null, \`lang\` varchar(8) not null, \`added_at\` bigint not null, \`added_by\` varchar(64) not null) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB;`,
    );
    this.addSql(`alter table \`report_recipient\` add unique \`report_recipient_public\` (\`account_id\`, \`public_id\`);`);
    this.addSql(`alter table \`report_recipient\` add unique \`report_recipient_once\` (\`account_id\`, \`kind\`, \`recipient\`);`);

    this.addSql(
      `create table \`report_schedule\` (\`account_id\` bigint unsigned not null, \`kind\` varchar(16) not null, \`enabled\` tinyint(1) not null, \`minute\` int not null, \`working_days\` tinyint(1) not null, \`pdf\` tinyint(1) not null, \`xlsx\` tinyint(1) not null, \`since\` bigint not null, \`made_from\` char(10) null, \`changed_by\` varchar(64) not null, primary key (\`account_id\`, \`kind\`)) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB;`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists \`outgoing_mail\`;`);
    this.addSql(`drop table if exists \`report_recipient\`;`);
    this.addSql(`drop table if exists \`report_schedule\`;`);
  }
}
