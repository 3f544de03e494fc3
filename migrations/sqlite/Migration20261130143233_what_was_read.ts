import { Migration } from "@mikro-orm/migrations";

export class Migration20261130143233_what_was_read extends Migration {
  override name = "Migration20261130143233_what_was_read";

  override up(): void | Promise<void> {
    this.addSql(
      `create table \`host_inbox\` (\`id\` integer not null primary key autoincrement, \`account_id\` bigint not null, \`inbox_id\` bigint not null, \`state\` text not null, \`since\` bigint not null, \`checked_at\` bigint not null, \`lost_from\` bigint null, \`lost_until\` bigint null);`,
    );
    this.addSql(`create unique index \`host_inbox_account_id_unique\` on \`host_inbox\` (\`account_id\`);`);

    this.addSql(
      `create table \`unheard_conversation\` (\`id\` integer not null primary key autoincrement, \`account_id\` bigint not null, \`conversation_id\` bigint not null, \`debtor_id\` bigint not null, \`read_from\` bigint not null, \`since\` bigint not null, \`attempts\` integer not null, \`problem\` text not null, \`retry_at\` bigint not null);`,
    );
    this.addSql(`create index \`unheard_conversation_of\` on \`unheard_conversation\` (\`account_id\`, \`debtor_id\`);`);
    this.addSql(
      `create unique index \`unheard_conversation_debtor\` on \`unheard_conversation\` (\`account_id\`, \`conversation_id\`, \`debtor_id\`);`,
    );

    this.addSql(`alter table \`host_conversation\` add column \`history_read_at\` bigint null;`);
    this.addSql(`alter table \`host_conversation\` add column \`host_updated_at\` bigint not null default '0';`);

    this.addSql(`alter table \`host_cursor\` add column \`needed_since\` bigint null;`);
    this.addSql(`alter table \`host_cursor\` add column \`seen_at\` bigint not null default '0';`);
    this.addSql(`alter table \`host_cursor\` add column \`due_at\` bigint not null default '0';`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists \`host_inbox\`;`);
    this.addSql(`drop table if exists \`unheard_conversation\`;`);

    this.addSql(`alter table \`host_conversation\` drop column \`history_read_at\`;`);
    this.addSql(`alter table \`host_conversation\` drop column \`host_updated_at\`;`);

    this.addSql(`alter table \`host_cursor\` drop column \`needed_since\`;`);
    this.addSql(`alter table \`host_cursor\` drop column \`seen_at\`;`);
    this.addSql(`alter table \`host_cursor\` drop column \`due_at\`;`);
  }
}
