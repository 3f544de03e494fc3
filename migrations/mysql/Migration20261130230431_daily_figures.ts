import { Migration } from "@mikro-orm/migrations";

export class Migration20261130230431_daily_figures extends Migration {
  override name = "Migration20261130230431_daily_figures";

  override up(): void | Promise<void> {
    this.addSql(
      `create table \`debt_closing\` (\`account_id\` bigint unsigned not null, \`day\` char(10) not null, \`currency\` char(3) not null, \`stage\` varchar(16) not null, \`debts\` bigint not null, \`balance_minor\` bigint not null, \`fell_minor\` bigint not null, primary key (\`account_id\`, \`day\`, \`currency\`, \`stage\`)) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB;`,
    );

    this.addSql(
      `create table \`debtor_closing\` (\`account_id\` bigint unsigned not null, \`day\` char(10) not null, \`currency\` char(3) not null, \`debtors\` bigint not null, \`overdue\` bigint not null, primary key (\`account_id\`, \`day\`, \`currency\`)) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB;`,
    );

    this.addSql(
      `create table \`figure_tally\` (\`account_id\` bigint unsigned not null, \`grain\` varchar(8) not null, \`measure\` varchar(40) not null, \`day\` char(10) not null, \`currency\` char(3) not null, \`recorded_from\` bigint unsigned not null, \`total\` bigint not null, primary key (\`account_id\`, \`grain\`, \`measure\`, \`day\`, \`currency\`, \`recorded_from\`)) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB;`,
    );
    this.addSql(`alter table \`figure_tally\` add index \`figure_tally_recorded\` (\`account_id\`, \`grain\`, \`recorded_from\`);`);

    this.addSql(`alter table \`contact_denial\` add index \`contact_denial_recorded\` (\`account_id\`, \`recorded_at\`);`);

    this.addSql(`alter table \`contact_try\` drop index \`contact_try_day\`;`);
    this.addSql(`alter table \`contact_try\` add index \`contact_try_made\` (\`account_id\`, \`made_recorded\`);`);
    this.addSql(`alter table \`contact_try\` add index \`contact_try_delivered\` (\`account_id\`, \`delivered_recorded\`);`);
    this.addSql(`alter table \`contact_try\` add index \`contact_try_read\` (\`account_id\`, \`read_recorded\`);`);
    this.addSql(`alter table \`contact_try\` add index \`contact_try_failed\` (\`account_id\`, \`failed_recorded\`);`);
    this.addSql(`alter table \`contact_try\` add index \`contact_try_answered\` (\`account_id\`, \`answered_recorded\`);`);
    this.addSql(
      `alter table \`contact_try\` add index \`contact_try_day\` (\`account_id\`, \`day\`, \`debtor_id\`, \`made_recorded\`, \`answered_recorded\`);`,
    );

    this.addSql(`alter table \`debt_span\` drop index \`debt_span_debtor\`;`);
    this.addSql(`alter table \`debt_span\` drop index \`debt_span_standing\`;`);
    this.addSql(
      `alter table \`debt_span\` add index \`debt_span_begun\` (\`account_id\`, \`from_at\`, \`status\`, \`currency\`, \`due_date\`, \`balance_minor\`, \`debtor_id\`);`,
    );
    this.addSql(`alter table \`debt_span\` add index \`debt_span_came\` (\`account_id\`, \`placed_at\`);`);
    this.addSql(`alter table \`debt_span\` add index \`debt_span_closed\` (\`account_id\`, \`closed_at\`);`);
    this.addSql(
      `alter table \`debt_span\` add index \`debt_span_debtor\` (\`account_id\`, \`debtor_id\`, \`to_at\`, \`from_at\`, \`status\`, \`currency\`);`,
    );
    this.addSql(
      `alter table \`debt_span\` add index \`debt_span_standing\` (\`account_id\`, \`to_at\`, \`from_at\`, \`status\`, \`currency\`, \`due_date\`, \`balance_minor\`, \`debtor_id\`);`,
    );

    this.addSql(`alter table \`projection_cursor\` add \`closed\` char(10) null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists \`debt_closing\`;`);
    this.addSql(`drop table if exists \`debtor_closing\`;`);
    this.addSql(`drop table if exists \`figure_tally\`;`);
    this.addSql(`alter table \`contact_denial\` drop index \`contact_denial_recorded\`;`);

    this.addSql(`alter table \`contact_try\` drop index \`contact_try_made\`;`);
    this.addSql(`alter table \`contact_try\` drop index \`contact_try_delivered\`;`);
    this.addSql(`alter table \`contact_try\` drop index \`contact_try_read\`;`);
    this.addSql(`alter table \`contact_try\` drop index \`contact_try_failed\`;`);
    this.addSql(`alter table \`contact_try\` drop index \`contact_try_answered\`;`);
    this.addSql(`alter table \`contact_try\` drop index \`contact_try_day\`;`);
    this.addSql(`alter table \`contact_try\` add index \`contact_try_day\` (\`account_id\`, \`day\`);`);

    this.addSql(`alter table \`debt_span\` drop index \`debt_span_begun\`;`);
    this.addSql(`alter table \`debt_span\` drop index \`debt_span_came\`;`);
    this.addSql(`alter table \`debt_span\` drop index \`debt_span_closed\`;`);
    this.addSql(`alter table \`debt_span\` drop index \`debt_span_standing\`;`);
    this.addSql(`alter table \`debt_span\` drop index \`debt_span_debtor\`;`);
    this.addSql(`alter table \`debt_span\` add index \`debt_span_standing\` (\`account_id\`, \`to_at\`, \`from_at\`);`);
    this.addSql(`alter table \`debt_span\` add index \`debt_span_debtor\` (\`account_id\`, \`debtor_id\`, \`to_at\`);`);

    this.addSql(`alter table \`projection_cursor\` drop column \`closed\`;`);
  }
}
