import { Migration } from "@mikro-orm/migrations";

export class Migration20261130134500_import_warned extends Migration {
  override name = "Migration20261130134500_import_warned";

  override up(): void | Promise<void> {
    this.addSql(`alter table \`portfolio_import\` add \`warned\` int not null default 0;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table \`portfolio_import\` drop column \`warned\`;`);
  }
}
