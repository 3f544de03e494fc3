import { Migration } from "@mikro-orm/migrations";

export class Migration20261130231900_costs extends Migration {
  override name = "Migration20261130231900_costs";

  override up(): void | Promise<void> {
    this.addSql(
      `create table \`cost_entry\` (\`id\` integer not null primary key autoincrement, \`account_id\` bigint not null, \`public_id\` text not null, \`kind\` text not null, \`amount_minor\` bigint not null, \`currency\` char(3) not null, \`from_day\` char(10) not null, \`to_day\` char(10) not null, \`cadence\` text null, \`stage\` text null, \`note_sealed\` text null, \`source\` text not null, \`batch\` text null, \`external_id\` text null, \`reverses\` text null, \`recorded_at\` bigint not null, \`recorded_by\` text not null);`,
    );
    this.addSql(`create unique index \`cost_entry_public\` on \`cost_entry\` (\`account_id\`, \`public_id\`);`);
    this.addSql(`create unique index \`cost_entry_external\` on \`cost_entry\` (\`account_id\`, \`external_id\`);`);
    this.addSql(`create unique index \`cost_entry_reverses\` on \`cost_entry\` (\`account_id\`, \`reverses\`);`);
    this.addSql(`create index \`cost_entry_days\` on \`cost_entry\` (\`account_id\`, \`to_day\`);`);
    this.addSql(`create index \`cost_entry_batch\` on \`cost_entry\` (\`account_id\`, \`batch\`);`);
    this.addSql(
      `create table \`message_price\` (\`id\` integer not null primary key autoincrement, \`account_id\` bigint not null, \`public_id\` text not null, \`country\` char(2) not null, \`category\` text not null, \`micros\` bigint not null, \`currency\` char(3) not null, \`valid_from\` char(10) not null, \`recorded_at\` bigint not null, \`recorded_by\` text not null, \`ended_at\` bigint null);`,
    );
    this.addSql(`create unique index \`message_price_public\` on \`message_price\` (\`account_id\`, \`public_id\`);`);
    this.addSql(`create index \`message_price_country\` on \`message_price\` (\`account_id\`, \`country\`, \`category\`, \`valid_from\`);`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists \`cost_entry\`;`);
    this.addSql(`drop table if exists \`message_price\`;`);
  }
}
