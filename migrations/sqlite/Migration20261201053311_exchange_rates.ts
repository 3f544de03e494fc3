import { Migration } from "@mikro-orm/migrations";

export class Migration20261201053311_exchange_rates extends Migration {
  override name = "Migration20261201053311_exchange_rates";

  override up(): void | Promise<void> {
    this.addSql(
      `create table \`exchange_rate\` (\`id\` integer not null primary key autoincrement, \`account_id\` bigint not null, \`public_id\` text not null, \`currency\` char(3) not null, \`target\` char(3) not null, \`day\` char(10) not null, \`rate\` text not null, \`source\` text not null, \`recorded_at\` bigint not null, \`recorded_by\` text not null, \`ended_at\` bigint null);`,
    );
    this.addSql(`create index \`exchange_rate_day\` on \`exchange_rate\` (\`account_id\`, \`target\`, \`currency\`, \`day\`);`);
    this.addSql(`create unique index \`exchange_rate_public\` on \`exchange_rate\` (\`account_id\`, \`public_id\`);`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists \`exchange_rate\`;`);
  }
}
