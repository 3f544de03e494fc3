import { Migration } from "@mikro-orm/migrations";

export class Migration20261201021133_closings_by_change extends Migration {
  override name = "Migration20261201021133_closings_by_change";

  override up(): void | Promise<void> {
    // Both are built anew from the journal, as all of the projections are when their rules change.
    this.addSql(`alter table \`debt_closing\` drop column \`fell_minor\`;`);

    this.addSql(`drop table \`debtor_closing\`;`);
    this.addSql(
      `create table \`debtor_closing\` (\`account_id\` bigint not null, \`day\` char(10) not null, \`currency\` char(3) not null, \`debtors\` bigint not null, \`overdue\` bigint not null, \`fell_so_far_minor\` bigint not null, primary key (\`account_id\`, \`day\`, \`currency\`));`,
    );

    this.addSql(`drop index \`debt_span_debtor\`;`);
    this.addSql(
      `create index \`debt_span_due\` on \`debt_span\` (\`account_id\`, \`due_date\`, \`to_at\`, \`from_at\`, \`status\`, \`currency\`, \`balance_minor\`, \`debtor_id\`);`,
    );
    this.addSql(
      `create index \`debt_span_debtor\` on \`debt_span\` (\`account_id\`, \`debtor_id\`, \`to_at\`, \`from_at\`, \`status\`, \`currency\`, \`due_date\`);`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table \`debt_closing\` add column \`fell_minor\` bigint not null default 0;`);

    this.addSql(`drop index \`debt_span_due\`;`);
    this.addSql(`drop index \`debt_span_debtor\`;`);
    this.addSql(
      `create index \`debt_span_debtor\` on \`debt_span\` (\`account_id\`, \`debtor_id\`, \`to_at\`, \`from_at\`, \`status\`, \`currency\`);`,
    );

    this.addSql(`drop table \`debtor_closing\`;`);
    this.addSql(
      `create table \`debtor_closing\` (\`account_id\` bigint not null, \`day\` char(10) not null, \`currency\` char(3) not null, \`debtors\` bigint not null, \`overdue\` bigint not null, primary key (\`account_id\`, \`day\`, \`currency\`));`,
    );
  }
}
