import { Migration } from "@mikro-orm/migrations";

export class Migration20261130132801_sign_in_limit extends Migration {
  override name = "Migration20261130132801_sign_in_limit";

  override up(): void | Promise<void> {
    this.addSql(`alter table \`sign_in_attempt\` add column \`ref\` text null;`);
    this.addSql(`alter table \`sign_in_attempt\` add column \`known_until\` bigint null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table \`sign_in_attempt\` drop column \`ref\`;`);
    this.addSql(`alter table \`sign_in_attempt\` drop column \`known_until\`;`);
  }
}
