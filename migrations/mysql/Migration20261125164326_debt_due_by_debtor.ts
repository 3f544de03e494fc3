import { Migration } from "@mikro-orm/migrations";

export class Migration20261125164326_debt_due_by_debtor extends Migration {
  override name = "Migration20261125164326_debt_due_by_debtor";

  override up(): void | Promise<void> {
    this.addSql(`alter table \`debt\` drop index \`debt_due\`;`);
    this.addSql(`alter table \`debt\` add index \`debt_due\` (\`account_id\`, \`status\`, \`due_date\`, \`debtor_id\`);`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table \`debt\` drop index \`debt_due\`;`);
    this.addSql(`alter table \`debt\` add index \`debt_due\` (\`account_id\`, \`status\`, \`due_date\`);`);
  }
}
