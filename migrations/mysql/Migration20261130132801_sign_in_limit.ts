import { Migration } from "@mikro-orm/migrations";

export class Migration20261130132801_sign_in_limit extends Migration {
  override name = "Migration20261130132801_sign_in_limit";

  override up(): void | Promise<void> {
    this.addSql(`alter table \`sign_in_attempt\` add \`ref\` varchar(36) null, add \`known_until\` bigint null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table \`sign_in_attempt\` drop column \`ref\`, drop column \`known_until\`;`);
  }
}
