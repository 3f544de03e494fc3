import { Migration } from "@mikro-orm/migrations";

export class Migration20261125164326_debt_due_by_debtor extends Migration {
  override name = "Migration20261125164326_debt_due_by_debtor";

  override up(): void | Promise<void> {
    this.addSql(`drop index \`debt_due\`;`);
    this.addSql(`create index \`debt_due\` on \`debt\` (\`account_id\`, \`status\`, \`due_date\`, \`debtor_id\`);`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop index \`debt_due\`;`);
    this.addSql(`create index \`debt_due\` on \`debt\` (\`account_id\`, \`status\`, \`due_date\`);`);
  }
}
