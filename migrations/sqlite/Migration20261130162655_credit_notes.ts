import { Migration } from "@mikro-orm/migrations";

export class Migration20261130162655_credit_notes extends Migration {
  override name = "Migration20261130162655_credit_notes";

  override up(): void | Promise<void> {
    this.addSql(`alter table \`payment\` add column \`note_source\` text null;`);
    this.addSql(`alter table \`payment\` add column \`reported_minor\` bigint null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table \`payment\` drop column \`note_source\`;`);
    this.addSql(`alter table \`payment\` drop column \`reported_minor\`;`);
  }
}
