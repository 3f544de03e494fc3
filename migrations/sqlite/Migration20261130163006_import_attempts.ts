import { Migration } from "@mikro-orm/migrations";

export class Migration20261130163006_import_attempts extends Migration {
  override name = "Migration20261130163006_import_attempts";

  override up(): void | Promise<void> {
    this.addSql(`alter table \`portfolio_import\` add column \`attempts\` integer not null default 0;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table \`portfolio_import\` drop column \`attempts\`;`);
  }
}
