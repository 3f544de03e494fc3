import { Migration } from "@mikro-orm/migrations";
import { fillLooseReferences } from "../data/loose-references.js";

export class Migration20261130164331_loose_references extends Migration {
  override name = "Migration20261130164331_loose_references";

  override async up(): Promise<void> {
    // The server commits each change of a table by itself: what was cut short begins again, and does not stumble over what is there.
    if (!(await this.has("debtor", "loose_external_id"))) {
      await this.execute(`alter table \`debtor\` add \`loose_external_id\` varchar(100) null;`);
    }
    if (!(await this.has("debt", "loose_reference"))) {
      await this.execute(`alter table \`debt\` add \`loose_reference\` varchar(100) null;`);
    }
    if (!(await this.has("payment", "loose_reference"))) {
      await this.execute(`alter table \`payment\` add \`loose_reference\` varchar(100) null, add \`loose_debtor\` varchar(100) null;`);
    }

    await fillLooseReferences((sql, params) => this.execute(sql, params));

    if (!(await this.isIndexed("debtor", "debtor_by_loose_external_id"))) {
      await this.execute(`alter table \`debtor\` add index \`debtor_by_loose_external_id\` (\`account_id\`, \`loose_external_id\`);`);
    }
    if (!(await this.isIndexed("debt", "debt_by_loose_reference"))) {
      await this.execute(`alter table \`debt\` add index \`debt_by_loose_reference\` (\`account_id\`, \`loose_reference\`);`);
    }
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table \`debt\` drop index \`debt_by_loose_reference\`;`);
    this.addSql(`alter table \`debt\` drop column \`loose_reference\`;`);

    this.addSql(`alter table \`debtor\` drop index \`debtor_by_loose_external_id\`;`);
    this.addSql(`alter table \`debtor\` drop column \`loose_external_id\`;`);

    this.addSql(`alter table \`payment\` drop column \`loose_reference\`, drop column \`loose_debtor\`;`);
  }

  private async has(table: string, column: string): Promise<boolean> {
    const sql = `select 1 as found from information_schema.columns where table_schema = database() and table_name = ? and column_name = ?`;
    return (await this.execute(sql, [table, column])).length > 0;
  }

  private async isIndexed(table: string, index: string): Promise<boolean> {
    const sql = `select 1 as found from information_schema.statistics where table_schema = database() and table_name = ? and index_name = ?`;
    return (await this.execute(sql, [table, index])).length > 0;
  }
}
