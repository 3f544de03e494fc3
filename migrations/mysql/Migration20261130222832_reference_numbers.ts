import { Migration } from "@mikro-orm/migrations";
import { fillMentions, fillReferenceNumbers } from "../data/reference-numbers.js";

export class Migration20261130222832_reference_numbers extends Migration {
  override name = "Migration20261130222832_reference_numbers";

  override async up(): Promise<void> {
    // The server commits each change of a table by itself: what was cut short begins again, and does not stumble over what is there.
    await this.execute(`drop table if exists \`payment_mention\`;`);
    await this.execute(
      `create table \`payment_mention\` (\`account_id\` bigint unsigned not null, \`mention\` varchar(100) not null, \`payment_id\` bigint unsigned not null, primary key (\`account_id\`, \`mention\`, \`payment_id\`)) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB;`,
    );
    await this.execute(`alter table \`payment_mention\` add index \`payment_mention_payment\` (\`account_id\`, \`payment_id\`);`);
    if (!(await this.hasNumbers())) await this.execute(`alter table \`debt\` add \`reference_number\` varchar(40) null;`);

    await fillReferenceNumbers((sql, params) => this.execute(sql, params));
    await fillMentions((sql, params) => this.execute(sql, params));

    if (await this.isIndexed("debt_by_reference")) await this.execute(`alter table \`debt\` drop index \`debt_by_reference\`;`);
    if (!(await this.isIndexed("debt_by_reference_number"))) {
      await this.execute(`alter table \`debt\` add index \`debt_by_reference_number\` (\`account_id\`, \`reference_number\`);`);
    }
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists \`payment_mention\`;`);

    this.addSql(`alter table \`debt\` drop index \`debt_by_reference_number\`;`);
    this.addSql(`alter table \`debt\` drop column \`reference_number\`;`);
    this.addSql(`alter table \`debt\` add index \`debt_by_reference\` (\`account_id\`, \`reference\`);`);
  }

  private async hasNumbers(): Promise<boolean> {
    const sql = `select 1 as found from information_schema.columns where table_schema = database() and table_name = 'debt' and column_name = 'reference_number'`;
    return (await this.execute(sql)).length > 0;
  }

  private async isIndexed(index: string): Promise<boolean> {
    const sql = `select 1 as found from information_schema.statistics where table_schema = database() and table_name = 'debt' and index_name = ?`;
    return (await this.execute(sql, [index])).length > 0;
  }
}
