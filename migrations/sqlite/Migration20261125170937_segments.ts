import { Migration } from "@mikro-orm/migrations";

export class Migration20261125170937_segments extends Migration {
  override name = "Migration20261125170937_segments";

  override up(): void | Promise<void> {
    this.addSql(
      `create table \`segment_member\` (\`id\` integer not null primary key autoincrement, \`account_id\` bigint not null, \`segment_id\` bigint not null, \`debt_id\` bigint not null, \`debtor_id\` bigint not null, \`from_date\` char(10) not null, \`to_date\` char(10) null, \`open_slot\` integer null);`,
    );
    this.addSql(`create index \`segment_member_debtor\` on \`segment_member\` (\`account_id\`, \`debtor_id\`);`);
    this.addSql(`create index \`segment_member_from\` on \`segment_member\` (\`account_id\`, \`segment_id\`, \`from_date\`);`);
    this.addSql(`create index \`segment_member_to\` on \`segment_member\` (\`account_id\`, \`segment_id\`, \`to_date\`);`);
    this.addSql(
      `create unique index \`segment_member_open\` on \`segment_member\` (\`account_id\`, \`segment_id\`, \`debt_id\`, \`open_slot\`);`,
    );

    this.addSql(
      `create table \`segment\` (\`id\` integer not null primary key autoincrement, \`account_id\` bigint not null, \`public_id\` text not null, \`segment_key\` text not null, \`name\` text not null, \`rule\` text not null, \`version\` integer not null, \`refreshed_on\` char(10) null, \`refreshed_at\` bigint null, \`created_at\` bigint not null, \`updated_at\` bigint not null, \`archived_at\` bigint null);`,
    );
    this.addSql(`create unique index \`segment_key\` on \`segment\` (\`account_id\`, \`segment_key\`);`);
    this.addSql(`create unique index \`segment_public\` on \`segment\` (\`account_id\`, \`public_id\`);`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists \`segment_member\`;`);
    this.addSql(`drop table if exists \`segment\`;`);
  }
}
