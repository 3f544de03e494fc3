import { Migration } from "@mikro-orm/migrations";

export class Migration20261130231500_times_absent extends Migration {
  override name = "Migration20261130231500_times_absent";

  override up(): void | Promise<void> {
    this.addSql(`alter table \`outbox_message\` rename column \`looks\` to \`times_absent\`;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table \`outbox_message\` rename column \`times_absent\` to \`looks\`;`);
  }
}
