import { Migration } from "@mikro-orm/migrations";

export class Migration20261201051900_moves_at_each_days_beginning extends Migration {
  override name = "Migration20261201051900_moves_at_each_days_beginning";

  override up(): void | Promise<void> {
    this.addSql(
      `create table \`move_closing\` (\`account_id\` bigint unsigned not null, \`period\` varchar(8) not null, \`day\` char(10) not null, \`currency\` char(3) not null, \`stage_from\` varchar(16) not null, \`stage_to\` varchar(16) not null, \`ending\` varchar(16) not null, \`accounts\` bigint not null, \`before_minor\` bigint not null, \`now_minor\` bigint not null, \`kept_minor\` bigint not null, \`paid_minor\` bigint not null, \`written_off_minor\` bigint not null, primary key (\`account_id\`, \`period\`, \`day\`, \`currency\`, \`stage_from\`, \`stage_to\`, \`ending\`)) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB;`,
    );
    this.addSql(`alter table \`debt_span\` drop index \`debt_span_debtor\`;`);
    this.addSql(
      `alter table \`debt_span\` add index \`debt_span_debtor\` (\`account_id\`, \`debtor_id\`, \`to_at\`, \`from_at\`, \`status\`, \`currency\`, \`due_date\`, \`balance_minor\`);`,
    );
    this.addSql(
      `alter table \`money_flow\` add index \`money_flow_debtor\` (\`account_id\`, \`debtor_id\`, \`recorded_at\`, \`kind\`, \`currency\`, \`amount_minor\`);`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists \`move_closing\`;`);
    this.addSql(`alter table \`debt_span\` drop index \`debt_span_debtor\`;`);
    this.addSql(
      `alter table \`debt_span\` add index \`debt_span_debtor\` (\`account_id\`, \`debtor_id\`, \`to_at\`, \`from_at\`, \`status\`, \`currency\`, \`due_date\`);`,
    );
    this.addSql(`alter table \`money_flow\` drop index \`money_flow_debtor\`;`);
  }
}
