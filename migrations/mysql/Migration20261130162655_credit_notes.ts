import { Migration } from "@mikro-orm/migrations";

export class Migration20261130162655_credit_notes extends Migration {
  override name = "Migration20261130162655_credit_notes";

  override up(): void | Promise<void> {
    this.addSql(`alter table \`payment\` add \`note_source\` varchar(64) null, add \`reported_minor\` bigint null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table \`payment\` drop column \`note_source\`, drop column \`reported_minor\`;`);
  }
}
