import { Migration } from "@mikro-orm/migrations";

export class Migration20261130132000_host_troubles extends Migration {
  override name = "Migration20261130132000_host_troubles";

  override up(): void | Promise<void> {
    this.addSql(
      `create table \`host_trouble\` (\`id\` bigint unsigned not null auto_increment primary key, \`account_id\` bigint not null, \`trouble\` varchar(32) not null, \`halts\` tinyint(1) not null, \`since\` bigint not null) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB;`,
    );
    this.addSql(`alter table \`host_trouble\` add unique \`host_trouble_one\` (\`account_id\`, \`trouble\`);`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists \`host_trouble\`;`);
  }
}
