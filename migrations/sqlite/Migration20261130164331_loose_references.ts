import { Migration } from "@mikro-orm/migrations";
import { fillLooseReferences } from "../data/loose-references.js";

export class Migration20261130164331_loose_references extends Migration {
  override name = "Migration20261130164331_loose_references";

  override async up(): Promise<void> {
    await this.execute(`alter table \`debtor\` add column \`loose_external_id\` text null;`);
    await this.execute(`alter table \`debt\` add column \`loose_reference\` text null;`);
    await this.execute(`alter table \`payment\` add column \`loose_reference\` text null;`);
    await this.execute(`alter table \`payment\` add column \`loose_debtor\` text null;`);

    await fillLooseReferences((sql, params) => this.execute(sql, params));

    await this.execute(`create index \`debtor_by_loose_external_id\` on \`debtor\` (\`account_id\`, \`loose_external_id\`);`);
    await this.execute(`create index \`debt_by_loose_reference\` on \`debt\` (\`account_id\`, \`loose_reference\`);`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop index \`debt_by_loose_reference\`;`);
    this.addSql(`alter table \`debt\` drop column \`loose_reference\`;`);

    this.addSql(`drop index \`debtor_by_loose_external_id\`;`);
    this.addSql(`alter table \`debtor\` drop column \`loose_external_id\`;`);

    this.addSql(`alter table \`payment\` drop column \`loose_reference\`;`);
    this.addSql(`alter table \`payment\` drop column \`loose_debtor\`;`);
  }
}
