import { Migration } from "@mikro-orm/migrations";
import { fillMentions, fillReferenceNumbers } from "../data/reference-numbers.js";

export class Migration20261130222831_reference_numbers extends Migration {
  override name = "Migration20261130222831_reference_numbers";

  override async up(): Promise<void> {
    await this.execute(
      `create table \`payment_mention\` (\`account_id\` bigint not null, \`mention\` text not null, \`payment_id\` bigint not null, primary key (\`account_id\`, \`mention\`, \`payment_id\`));`,
    );
    await this.execute(`create index \`payment_mention_payment\` on \`payment_mention\` (\`account_id\`, \`payment_id\`);`);
    await this.execute(`alter table \`debt\` add column \`reference_number\` text null;`);

    await fillReferenceNumbers((sql, params) => this.execute(sql, params));
    await fillMentions((sql, params) => this.execute(sql, params));

    await this.execute(`drop index \`debt_by_reference\`;`);
    await this.execute(`create index \`debt_by_reference_number\` on \`debt\` (\`account_id\`, \`reference_number\`);`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists \`payment_mention\`;`);

    this.addSql(`drop index \`debt_by_reference_number\`;`);
    this.addSql(`alter table \`debt\` drop column \`reference_number\`;`);
    this.addSql(`create index \`debt_by_reference\` on \`debt\` (\`account_id\`, \`reference\`);`);
  }
}
