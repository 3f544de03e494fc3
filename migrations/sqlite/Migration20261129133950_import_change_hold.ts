import { Migration } from "@mikro-orm/migrations";

export class Migration20261129133950_import_change_hold extends Migration {
  override name = "Migration20261129133950_import_change_hold";

  override up(): void | Promise<void> {
    this.addSql(`create index \`import_change_hold\` on \`import_change\` (\`account_id\`, \`hold_id\`);`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop index \`import_change_hold\`;`);
  }
}
