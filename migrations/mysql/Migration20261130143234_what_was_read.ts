import { Migration } from "@mikro-orm/migrations";

export class Migration20261130143234_what_was_read extends Migration {
  override name = "Migration20261130143234_what_was_read";

  override up(): void | Promise<void> {
    this.addSql(
      `create table \`host_inbox\` (\`id\` bigint unsigned not null auto_increment primary key, \`account_id\` bigint not null, \`inbox_id\` bigint not null, \`state\` varchar(16) not null, \`since\` bigint not null, \`checked_at\` bigint not null, \`lost_from\` bigint null, \`lost_until\` bigint null) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB;`,
    );
    this.addSql(`alter table \`host_inbox\` add unique \`host_inbox_account_id_unique\` (\`account_id\`);`);

    this.addSql(
      `create table \`unheard_conversation\` (\`id\` bigint unsigned not null auto_increment primary key, \`account_id\` bigint not null, \`conversation_id\` bigint not null, \`debtor_id\` bigint not null, \`read_from\` bigint not null, \`since\` bigint not null, \`attempts\` int not null, \`problem\` varchar(80) not null, \`retry_at\` bigint not null) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB;`,
    );
    this.addSql(`alter table \`unheard_conversation\` add index \`unheard_conversation_of\` (\`account_id\`, \`debtor_id\`);`);
    this.addSql(
      `alter table \`unheard_conversation\` add unique \`unheard_conversation_debtor\` (\`account_id\`, \`conversation_id\`, \`debtor_id\`);`,
    );

    this.addSql(
      `alter table \`host_conversation\` add \`history_read_at\` bigint null, add \`host_updated_at\` bigint not null default '0';`,
    );

    this.addSql(
      `alter table \`host_cursor\` add \`needed_since\` bigint null, add \`seen_at\` bigint not null default '0', add \`due_at\` bigint not null default '0';`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists \`host_inbox\`;`);
    this.addSql(`drop table if exists \`unheard_conversation\`;`);

    this.addSql(`alter table \`host_conversation\` drop column \`history_read_at\`, drop column \`host_updated_at\`;`);

    this.addSql(`alter table \`host_cursor\` drop column \`needed_since\`, drop column \`seen_at\`, drop column \`due_at\`;`);
  }
}
