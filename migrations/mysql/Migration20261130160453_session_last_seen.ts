import { Migration } from "@mikro-orm/migrations";

export class Migration20261130160453_session_last_seen extends Migration {
  override name = "Migration20261130160453_session_last_seen";

  override up(): void | Promise<void> {
    this.addSql(`alter table \`session\` add \`last_seen_at\` bigint not null default '0';`);
    // People who are at work stay signed in: until now each use had been noted here.
    this.addSql(`update \`session\` set \`last_seen_at\` = \`verified_at\` where \`account_id\` >= 0;`);
    this.addSql(`alter table \`session\` add index \`session_account_id_host_user_id_index\` (\`account_id\`, \`host_user_id\`);`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table \`session\` drop index \`session_account_id_host_user_id_index\`;`);
    this.addSql(`alter table \`session\` drop column \`last_seen_at\`;`);
  }
}
