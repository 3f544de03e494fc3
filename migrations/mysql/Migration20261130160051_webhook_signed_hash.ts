import { Migration } from "@mikro-orm/migrations";

export class Migration20261130160051_webhook_signed_hash extends Migration {
  override name = "Migration20261130160051_webhook_signed_hash";

  override up(): void | Promise<void> {
    this.addSql(`alter table \`webhook_delivery\` add \`signed_hash\` varchar(64) null;`);
    this.addSql(
      `alter table \`webhook_delivery\` add unique \`webhook_delivery_account_id_signed_hash_unique\` (\`account_id\`, \`signed_hash\`);`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table \`webhook_delivery\` drop index \`webhook_delivery_account_id_signed_hash_unique\`;`);
    this.addSql(`alter table \`webhook_delivery\` drop column \`signed_hash\`;`);
  }
}
