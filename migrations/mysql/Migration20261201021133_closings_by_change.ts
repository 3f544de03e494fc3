import { Migration } from "@mikro-orm/migrations";

export class Migration20261201021133_closings_by_change extends Migration {
  override name = "Migration20261201021133_closings_by_change";

  override up(): void | Promise<void> {
    // Both are built anew from the journal, as all of the projections are when their rules change.
    this.addSql(`alter table \`debt_closing\` drop column \`fell_minor\`;`);

    this.addSql(`drop table \`debtor_closing\`;`);
    this.addSql(
      `create table \`debtor_closing\` (\`account_id\` bigint unsigned not null, \`day\` char(10) not null, \`currency\` char(3) not null, \`debtors\` bigint not null, \`overdue\` bigint not null, \`fell_so_far_minor\` bigint not null, primary key (\`account_id\`, \`day\`, \`currency\`)) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB;`,
    );

    this.addSql(`alter table \`debt_span\` drop index \`debt_span_debtor\`;`);
    this.addSql(
      `alter table \`debt_span\` add index \`debt_span_due\` (\`account_id\`, \`due_date\`, \`to_at\`, \`from_at\`, \`status\`, \`currency\`, \`balance_minor\`, \`debtor_id\`);`,
    );
    this.addSql(
      `alter table \`debt_span\` add index \`debt_span_debtor\` (\`account_id\`, \`debtor_id\`, \`to_at\`, \`from_at\`, \`status\`, \`currency\`, \`due_date\`);`,
    );

    this.addSql(`alter table \`figure_tally\` modify \`grain\` varchar(16) not null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table \`debt_closing\` add \`fell_minor\` bigint not null default 0;`);

    this.addSql(`alter table \`debt_span\` drop index \`debt_span_due\`;`);
    this.addSql(`alter table \`debt_span\` drop index \`debt_span_debtor\`;`);
    this.addSql(
      `alter table \`debt_span\` add index \`debt_span_debtor\` (\`account_id\`, \`debtor_id\`, \`to_at\`, \`from_at\`, \`status\`, \`currency\`);`,
    );

    this.addSql(`drop table \`debtor_closing\`;`);
    this.addSql(
      `create table \`debtor_closing\` (\`account_id\` bigint unsigned not null, \`day\` char(10) not null, \`currency\` char(3) not null, \`debtors\` bigint not null, \`overdue\` bigint not null, primary key (\`account_id\`, \`day\`, \`currency\`)) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB;`,
    );

    this.addSql(`alter table \`figure_tally\` modify \`grain\` varchar(8) not null;`);
  }
}
