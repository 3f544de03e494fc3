import { Migration } from "@mikro-orm/migrations";

export class Migration20261125160815_debtor_and_debt_attributes extends Migration {
  override name = "Migration20261125160815_debtor_and_debt_attributes";

  override up(): void | Promise<void> {
    this.addSql(`alter table \`debtor\` add \`employment\` varchar(24) null;`);

    this.addSql(`alter table \`debt\` add \`instalment_minor\` bigint null, add \`credit_date\` char(10) null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table \`debt\` drop column \`instalment_minor\`, drop column \`credit_date\`;`);

    this.addSql(`alter table \`debtor\` drop column \`employment\`;`);
  }
}
