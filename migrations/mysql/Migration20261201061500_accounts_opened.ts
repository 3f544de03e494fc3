import { Migration } from "@mikro-orm/migrations";

export class Migration20261201061500_accounts_opened extends Migration {
  override name = "Migration20261201061500_accounts_opened";

  override up(): void | Promise<void> {
    this.addSql(
      `create table \`account_opening\` (\`account_id\` bigint unsigned not null, \`period\` varchar(8) not null, \`day\` char(10) not null, \`currency\` char(3) not null, \`accounts\` bigint not null, primary key (\`account_id\`, \`period\`, \`day\`, \`currency\`)) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB;`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists \`account_opening\`;`);
  }
}
