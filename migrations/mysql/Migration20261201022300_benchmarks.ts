import { Migration } from "@mikro-orm/migrations";

export class Migration20261201022300_benchmarks extends Migration {
  override name = "Migration20261201022300_benchmarks";

  override up(): void | Promise<void> {
    this.addSql(
      `create table \`benchmark\` (\`account_id\` bigint unsigned not null, \`benchmark_key\` varchar(80) not null, \`metric\` varchar(64) not null, \`from_milli\` bigint null, \`to_milli\` bigint null, \`part\` varchar(16) null, \`label\` varchar(80) null, \`source\` varchar(200) not null, \`dated\` char(10) not null, \`is_hidden\` int not null, \`set_at\` bigint not null, \`set_by\` varchar(64) not null, primary key (\`account_id\`, \`benchmark_key\`)) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB;`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists \`benchmark\`;`);
  }
}
