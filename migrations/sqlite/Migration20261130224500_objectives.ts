import { Migration } from "@mikro-orm/migrations";

export class Migration20261130224500_objectives extends Migration {
  override name = "Migration20261130224500_objectives";

  override up(): void | Promise<void> {
    this.addSql(
      `create table \`objective\` (\`account_id\` bigint not null, \`metric\` text not null, \`part\` text not null, \`from_milli\` bigint null, \`to_milli\` bigint null, \`attention_milli\` bigint null, \`set_at\` bigint not null, \`set_by\` text not null, primary key (\`account_id\`, \`metric\`, \`part\`));`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists \`objective\`;`);
  }
}
