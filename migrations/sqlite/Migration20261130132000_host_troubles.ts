import { Migration } from "@mikro-orm/migrations";

export class Migration20261130132000_host_troubles extends Migration {
  override name = "Migration20261130132000_host_troubles";

  override up(): void | Promise<void> {
    this.addSql(
      `create table \`host_trouble\` (\`id\` integer not null primary key autoincrement, \`account_id\` bigint not null, \`trouble\` text not null, \`halts\` integer not null, \`since\` bigint not null);`,
    );
    this.addSql(`create unique index \`host_trouble_one\` on \`host_trouble\` (\`account_id\`, \`trouble\`);`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists \`host_trouble\`;`);
  }
}
