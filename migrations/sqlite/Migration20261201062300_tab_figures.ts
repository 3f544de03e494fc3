import { Migration } from "@mikro-orm/migrations";

export class Migration20261201062300_tab_figures extends Migration {
  override name = "Migration20261201062300_tab_figures";

  override up(): void | Promise<void> {
    this.addSql(`alter table \`account\` add column \`tab_figures\` text null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table \`account\` drop column \`tab_figures\`;`);
  }
}
