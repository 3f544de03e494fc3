import { Migration } from "@mikro-orm/migrations";

export class Migration20261201053601_levels_of_clocks extends Migration {
  override name = "Migration20261201053601_levels_of_clocks";

  override up(): void | Promise<void> {
    this.addSql(`alter table \`host_action\` add column \`target\` text null;`);

    this.addSql(`create index \`level_mark_tell\` on \`level_mark\` (\`account_id\`, \`tell_at\`);`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table \`host_action\` drop column \`target\`;`);

    this.addSql(`drop index \`level_mark_tell\`;`);
  }
}
