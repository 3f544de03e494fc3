import { Migration } from "@mikro-orm/migrations";

export class Migration20261201053311_exchange_rates extends Migration {
  override name = "Migration20261201053311_exchange_rates";

  override up(): void | Promise<void> {
    this.addSql(
      `create table \`exchange_rate\` (\`id\` bigint unsigned not null auto_increment primary key, \`account_id\` bigint not null, \`public_id\` varchar(36) not null, \`currency\` char(3) not null, \`target\` char(3) not null, \`day\` char(10) not null, \`rate\` varchar(24) not null, \`source\` varchar(120) not null, \`recorded_at\` bigint not null, \`recorded_by\` varchar(64) not null, \`ended_at\` bigint null) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB;`,
    );
    this.addSql(`alter table \`exchange_rate\` add index \`exchange_rate_day\` (\`account_id\`, \`target\`, \`currency\`, \`day\`);`);
    this.addSql(`alter table \`exchange_rate\` add unique \`exchange_rate_public\` (\`account_id\`, \`public_id\`);`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists \`exchange_rate\`;`);
  }
}
