import { Migration } from "@mikro-orm/migrations";

export class Migration20261201023300_agents_seen extends Migration {
  override name = "Migration20261201023300_agents_seen";

  override up(): void | Promise<void> {
    this.addSql(`alter table \`account\` add \`agents_see_each_other\` tinyint(1) not null default 0;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table \`account\` drop column \`agents_see_each_other\`;`);
  }
}
