import { Migration } from "@mikro-orm/migrations";

export class Migration20261125162233_promises extends Migration {
  override name = "Migration20261125162233_promises";

  override up(): void | Promise<void> {
    this.addSql(
      `create table \`date_question\` (\`id\` bigint unsigned not null auto_increment primary key, \`account_id\` bigint not null, \`public_id\` varchar(36) not null, \`debtor_id\` bigint not null, \`conversation_id\` bigint not null, \`purpose\` varchar(16) not null, \`debt_ids\` text not null, \`asked_at\` bigint not null, \`repeats\` int not null) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB;`,
    );
    this.addSql(`alter table \`date_question\` add index \`date_question_debtor\` (\`account_id\`, \`debtor_id\`, \`asked_at\`);`);
    this.addSql(`alter table \`date_question\` add unique \`date_question_public\` (\`account_id\`, \`public_id\`);`);

    this.addSql(
      `create table \`promise_debt\` (\`account_id\` bigint unsigned not null, \`promise_id\` bigint unsigned not null, \`debt_id\` bigint unsigned not null, \`hold_id\` varchar(36) null, primary key (\`account_id\`, \`promise_id\`, \`debt_id\`)) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB;`,
    );
    this.addSql(`alter table \`promise_debt\` add index \`promise_debt_debt\` (\`account_id\`, \`debt_id\`);`);

    this.addSql(
      `create table \`promise\` (\`id\` bigint unsigned not null auto_increment primary key, \`account_id\` bigint not null, \`public_id\` varchar(36) not null, \`debtor_id\` bigint not null, \`state\` varchar(16) not null, \`amount_minor\` bigint not null, \`currency\` char(3) not null, \`due_date\` char(10) not null, \`last_day\` char(10) not null, \`judge_at\` bigint not null, \`source\` varchar(16) not null, \`actor\` varchar(64) not null, \`message_id\` bigint null, \`created_at\` bigint not null, \`from_entry\` bigint not null, \`seen_entry\` bigint not null, \`paid_minor\` bigint not null, \`ended_at\` bigint null, \`replaced_by\` varchar(36) null, \`note_sealed\` text null, \`active_slot\` int null) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB;`,
    );
    this.addSql(`alter table \`promise\` add index \`promise_judge\` (\`account_id\`, \`judge_at\`);`);
    this.addSql(`alter table \`promise\` add unique \`promise_public\` (\`account_id\`, \`public_id\`);`);
    this.addSql(`alter table \`promise\` add unique \`promise_active\` (\`account_id\`, \`debtor_id\`, \`currency\`, \`active_slot\`);`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists \`date_question\`;`);
    this.addSql(`drop table if exists \`promise_debt\`;`);
    this.addSql(`drop table if exists \`promise\`;`);
  }
}
