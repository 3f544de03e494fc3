import { Migration } from "@mikro-orm/migrations";

export class Migration20261130230431_daily_figures extends Migration {
  override name = "Migration20261130230431_daily_figures";

  override up(): void | Promise<void> {
    this.addSql(
      `create table \`debt_closing\` (\`account_id\` bigint not null, \`day\` char(10) not null, \`currency\` char(3) not null, \`stage\` text not null, \`debts\` bigint not null, \`balance_minor\` bigint not null, \`fell_minor\` bigint not null, primary key (\`account_id\`, \`day\`, \`currency\`, \`stage\`));`,
    );

    this.addSql(
      `create table \`debtor_closing\` (\`account_id\` bigint not null, \`day\` char(10) not null, \`currency\` char(3) not null, \`debtors\` bigint not null, \`overdue\` bigint not null, primary key (\`account_id\`, \`day\`, \`currency\`));`,
    );

    this.addSql(
      `create table \`figure_tally\` (\`account_id\` bigint not null, \`grain\` text not null, \`measure\` text not null, \`day\` char(10) not null, \`currency\` char(3) not null, \`recorded_from\` bigint not null, \`total\` bigint not null, primary key (\`account_id\`, \`grain\`, \`measure\`, \`day\`, \`currency\`, \`recorded_from\`));`,
    );
    this.addSql(`create index \`figure_tally_recorded\` on \`figure_tally\` (\`account_id\`, \`grain\`, \`recorded_from\`);`);

    this.addSql(`create index \`contact_denial_recorded\` on \`contact_denial\` (\`account_id\`, \`recorded_at\`);`);

    this.addSql(`drop index \`contact_try_day\`;`);
    this.addSql(`create index \`contact_try_made\` on \`contact_try\` (\`account_id\`, \`made_recorded\`);`);
    this.addSql(`create index \`contact_try_delivered\` on \`contact_try\` (\`account_id\`, \`delivered_recorded\`);`);
    this.addSql(`create index \`contact_try_read\` on \`contact_try\` (\`account_id\`, \`read_recorded\`);`);
    this.addSql(`create index \`contact_try_failed\` on \`contact_try\` (\`account_id\`, \`failed_recorded\`);`);
    this.addSql(`create index \`contact_try_answered\` on \`contact_try\` (\`account_id\`, \`answered_recorded\`);`);
    this.addSql(
      `create index \`contact_try_day\` on \`contact_try\` (\`account_id\`, \`day\`, \`debtor_id\`, \`made_recorded\`, \`answered_recorded\`);`,
    );

    this.addSql(`drop index \`debt_span_debtor\`;`);
    this.addSql(`drop index \`debt_span_standing\`;`);
    this.addSql(
      `create index \`debt_span_begun\` on \`debt_span\` (\`account_id\`, \`from_at\`, \`status\`, \`currency\`, \`due_date\`, \`balance_minor\`, \`debtor_id\`);`,
    );
    this.addSql(`create index \`debt_span_came\` on \`debt_span\` (\`account_id\`, \`placed_at\`);`);
    this.addSql(`create index \`debt_span_closed\` on \`debt_span\` (\`account_id\`, \`closed_at\`);`);
    this.addSql(
      `create index \`debt_span_debtor\` on \`debt_span\` (\`account_id\`, \`debtor_id\`, \`to_at\`, \`from_at\`, \`status\`, \`currency\`);`,
    );
    this.addSql(
      `create index \`debt_span_standing\` on \`debt_span\` (\`account_id\`, \`to_at\`, \`from_at\`, \`status\`, \`currency\`, \`due_date\`, \`balance_minor\`, \`debtor_id\`);`,
    );

    this.addSql(`alter table \`projection_cursor\` add column \`closed\` char(10) null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists \`debt_closing\`;`);
    this.addSql(`drop table if exists \`debtor_closing\`;`);
    this.addSql(`drop table if exists \`figure_tally\`;`);
    this.addSql(`drop index \`contact_denial_recorded\`;`);

    this.addSql(`drop index \`contact_try_made\`;`);
    this.addSql(`drop index \`contact_try_delivered\`;`);
    this.addSql(`drop index \`contact_try_read\`;`);
    this.addSql(`drop index \`contact_try_failed\`;`);
    this.addSql(`drop index \`contact_try_answered\`;`);
    this.addSql(`drop index \`contact_try_day\`;`);
    this.addSql(`create index \`contact_try_day\` on \`contact_try\` (\`account_id\`, \`day\`);`);

    this.addSql(`drop index \`debt_span_begun\`;`);
    this.addSql(`drop index \`debt_span_came\`;`);
    this.addSql(`drop index \`debt_span_closed\`;`);
    this.addSql(`drop index \`debt_span_standing\`;`);
    this.addSql(`drop index \`debt_span_debtor\`;`);
    this.addSql(`create index \`debt_span_standing\` on \`debt_span\` (\`account_id\`, \`to_at\`, \`from_at\`);`);
    this.addSql(`create index \`debt_span_debtor\` on \`debt_span\` (\`account_id\`, \`debtor_id\`, \`to_at\`);`);

    this.addSql(`alter table \`projection_cursor\` drop column \`closed\`;`);
  }
}
