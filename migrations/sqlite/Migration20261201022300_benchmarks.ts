import { Migration } from "@mikro-orm/migrations";

export class Migration20261201022300_benchmarks extends Migration {
  override name = "Migration20261201022300_benchmarks";

  override up(): void | Promise<void> {
    this.addSql(
      `create table \`benchmark\` (\`account_id\` bigint not null, \`benchmark_key\` text not null, \`metric\` text not null, \`from_milli\` bigint null, \`to_milli\` bigint null, \`part\` text null, \`label\` text null, \`source\` text not null, \`dated\` char(10) not null, \`is_hidden\` integer not null, \`set_at\` bigint not null, \`set_by\` text not null, primary key (\`account_id\`, \`benchmark_key\`));`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists \`benchmark\`;`);
  }
}
