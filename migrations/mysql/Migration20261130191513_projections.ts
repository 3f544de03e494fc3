import { Migration } from "@mikro-orm/migrations";

export class Migration20261130191513_projections extends Migration {
  override name = "Migration20261130191513_projections";

  override up(): void | Promise<void> {
    this.addSql(
      `create table \`debt_span\` (\`account_id\` bigint unsigned not null, \`debt_id\` bigint unsigned not null, \`seq\` bigint unsigned not null, \`debtor_id\` bigint not null, \`from_at\` bigint not null, \`to_at\` bigint not null, \`status\` varchar(16) not null, \`currency\` char(3) not null, \`balance_minor\` bigint not null, \`principal_minor\` bigint not null, \`due_date\` char(10) not null, \`overdue_at\` bigint not null, \`product\` varchar(100) null, \`instalment_minor\` bigint null, \`credit_date\` char(10) null, \`placed_at\` bigint not null, \`placed_minor\` bigint not null, \`closed_at\` bigint null, \`closed_how\` varchar(16) null, primary key (\`account_id\`, \`debt_id\`, \`seq\`)) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB;`,
    );
    this.addSql(`alter table \`debt_span\` add index \`debt_span_standing\` (\`account_id\`, \`to_at\`, \`from_at\`);`);
    this.addSql(`alter table \`debt_span\` add index \`debt_span_overdue\` (\`account_id\`, \`overdue_at\`);`);
    this.addSql(`alter table \`debt_span\` add index \`debt_span_debtor\` (\`account_id\`, \`debtor_id\`, \`to_at\`);`);

    this.addSql(
      `create table \`money_flow\` (\`account_id\` bigint unsigned not null, \`seq\` bigint unsigned not null, \`line\` int unsigned not null, \`kind\` varchar(16) not null, \`debt_id\` bigint null, \`debtor_id\` bigint null, \`payment\` varchar(36) null, \`currency\` char(3) not null, \`amount_minor\` bigint not null, \`day\` char(10) not null, \`age\` int null, \`recorded_at\` bigint not null, primary key (\`account_id\`, \`seq\`, \`line\`)) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB;`,
    );
    this.addSql(`alter table \`money_flow\` add index \`money_flow_day\` (\`account_id\`, \`day\`, \`kind\`);`);
    this.addSql(`alter table \`money_flow\` add index \`money_flow_debt\` (\`account_id\`, \`debt_id\`);`);
    this.addSql(`alter table \`money_flow\` add index \`money_flow_recorded\` (\`account_id\`, \`recorded_at\`);`);

    this.addSql(
      `create table \`projection_cursor\` (\`account_id\` bigint unsigned not null, \`seq\` bigint not null, \`recorded_at\` bigint not null, \`version\` int not null, \`zone\` varchar(64) not null, \`state\` varchar(16) not null, primary key (\`account_id\`)) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB;`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists \`debt_span\`;`);
    this.addSql(`drop table if exists \`money_flow\`;`);
    this.addSql(`drop table if exists \`projection_cursor\`;`);
  }
}
