import { Migration } from "@mikro-orm/migrations";

export class Migration20261130222745_days_of_placement extends Migration {
  override name = "Migration20261130222745_days_of_placement";

  override up(): void | Promise<void> {
    this.addSql(`alter table \`debt_span\` add \`placed_on\` char(10) not null, add \`closed_on\` char(10) null;`);
    this.addSql(`alter table \`debt_span\` add index \`debt_span_placed\` (\`account_id\`, \`placed_on\`, \`to_at\`);`);

    this.addSql(`alter table \`money_flow\` add \`since_placed\` int null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table \`debt_span\` drop index \`debt_span_placed\`;`);
    this.addSql(`alter table \`debt_span\` drop column \`placed_on\`, drop column \`closed_on\`;`);

    this.addSql(`alter table \`money_flow\` drop column \`since_placed\`;`);
  }
}
