import { Migration } from "@mikro-orm/migrations";

export class Migration20261130140022_blocked_contacts extends Migration {
  override name = "Migration20261130140022_blocked_contacts";

  override up(): void | Promise<void> {
    this.addSql(
      `create table \`contact_block\` (\`id\` integer not null primary key autoincrement, \`account_id\` bigint not null, \`contact_id\` bigint not null, \`number_hash\` text not null, \`since\` bigint not null, \`read_at\` bigint not null, \`called_at\` bigint null);`,
    );
    this.addSql(`create index \`contact_block_hash\` on \`contact_block\` (\`account_id\`, \`number_hash\`);`);
    this.addSql(`create index \`contact_block_read\` on \`contact_block\` (\`account_id\`, \`read_at\`);`);
    this.addSql(`create unique index \`contact_block_number\` on \`contact_block\` (\`account_id\`, \`contact_id\`, \`number_hash\`);`);

    this.addSql(`alter table \`contact_point\` add column \`blocked_at\` bigint null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists \`contact_block\`;`);

    this.addSql(`alter table \`contact_point\` drop column \`blocked_at\`;`);
  }
}
