import { Migration } from "@mikro-orm/migrations";

export class Migration20261130222745_days_of_placement extends Migration {
  override name = "Migration20261130222745_days_of_placement";

  override up(): void | Promise<void> {
    // Built from the journal, and built anew by the version after this one: SQLite adds no column that may not be null to rows that are there.
    this.addSql(`delete from \`debt_span\` where \`account_id\` > 0;`);
    this.addSql(`alter table \`debt_span\` add column \`placed_on\` char(10) not null;`);
    this.addSql(`alter table \`debt_span\` add column \`closed_on\` char(10) null;`);
    this.addSql(`create index \`debt_span_placed\` on \`debt_span\` (\`account_id\`, \`placed_on\`, \`to_at\`);`);

    this.addSql(`alter table \`money_flow\` add column \`since_placed\` integer null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop index \`debt_span_placed\`;`);
    this.addSql(`alter table \`debt_span\` drop column \`placed_on\`;`);
    this.addSql(`alter table \`debt_span\` drop column \`closed_on\`;`);

    this.addSql(`alter table \`money_flow\` drop column \`since_placed\`;`);
  }
}
