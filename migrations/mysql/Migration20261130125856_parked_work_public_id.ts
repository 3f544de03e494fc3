import { Migration } from "@mikro-orm/migrations";

export class Migration20261130125856_parked_work_public_id extends Migration {
  override name = "Migration20261130125856_parked_work_public_id";

  override up(): void | Promise<void> {
    this.addSql(`alter table \`parked_work\` add \`public_id\` varchar(36) not null default '';`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table \`parked_work\` drop column \`public_id\`;`);
  }
}
