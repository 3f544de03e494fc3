import { Migration } from "@mikro-orm/migrations";

export class Migration20261201053601_levels_of_clocks extends Migration {
  override name = "Migration20261201053601_levels_of_clocks";

  override up(): void | Promise<void> {
    this.addSql(`alter table \`host_action\` add \`target\` varchar(64) null;`);

    this.addSql(`alter table \`level_mark\` add index \`level_mark_tell\` (\`account_id\`, \`tell_at\`);`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table \`host_action\` drop column \`target\`;`);

    this.addSql(`alter table \`level_mark\` drop index \`level_mark_tell\`;`);
  }
}
