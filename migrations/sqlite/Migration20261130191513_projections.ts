import { Migration } from "@mikro-orm/migrations";

export class Migration20261130191513_projections extends Migration {
  override name = "Migration20261130191513_projections";

  override up(): void | Promise<void> {
    this.addSql(
      `create table \`debt_span\` (\`account_id\` bigint not null, \`debt_id\` bigint not null, \`seq\` bigint not null, \`debtor_id\` bigint not null, \`from_at\` bigint not null, \`to_at\` bigint not null, \`status\` text not null, \`currency\` char(3) not null, \`balance_minor\` bigint not null, \`principal_minor\` bigint not null, \`due_date\` char(10) not null, \`overdue_at\` bigint not null, \`product\` text null, \`instalment_minor\` bigint null, \`credit_date\` char(10) null, \`placed_at\` bigint not null, \`placed_minor\` bigint not null, \`closed_at\` bigint null, \`closed_how\` text null, primary key (\`account_id\`, \`debt_id\`, \`seq\`));`,
    );
    this.addSql(`create index \`debt_span_standing\` on \`debt_span\` (\`account_id\`, \`to_at\`, \`from_at\`);`);
    this.addSql(`create index \`debt_span_overdue\` on \`debt_span\` (\`account_id\`, \`overdue_at\`);`);
    this.addSql(`create index \`debt_span_debtor\` on \`debt_span\` (\`account_id\`, \`debtor_id\`, \`to_at\`);`);

    this.addSql(
      `create table \`money_flow\` (\`account_id\` bigint not null, \`seq\` bigint not null, \`line\` integer not null, \`kind\` text not null, \`debt_id\` bigint null, \`debtor_id\` bigint null, \`payment\` text null, \`currency\` char(3) not null, \`amount_minor\` bigint not null, \`day\` char(10) not null, \`age\` integer null, \`recorded_at\` bigint not null, primary key (\`account_id\`, \`seq\`, \`line\`));`,
    );
    this.addSql(`create index \`money_flow_day\` on \`money_flow\` (\`account_id\`, \`day\`, \`kind\`);`);
    this.addSql(`create index \`money_flow_debt\` on \`money_flow\` (\`account_id\`, \`debt_id\`);`);
    this.addSql(`create index \`money_flow_recorded\` on \`money_flow\` (\`account_id\`, \`recorded_at\`);`);

    this.addSql(
      `create table \`projection_cursor\` (\`account_id\` bigint not null primary key, \`seq\` bigint not null, \`recorded_at\` bigint not null, \`version\` integer not null, \`zone\` text not null, \`state\` text not null);`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists \`debt_span\`;`);
    this.addSql(`drop table if exists \`money_flow\`;`);
    this.addSql(`drop table if exists \`projection_cursor\`;`);
  }
}
