import { Migration } from "@mikro-orm/migrations";

export class Migration20261125162233_promises extends Migration {
  override name = "Migration20261125162233_promises";

  override up(): void | Promise<void> {
    this.addSql(
      `create table \`date_question\` (\`id\` integer not null primary key autoincrement, \`account_id\` bigint not null, \`public_id\` text not null, \`debtor_id\` bigint not null, \`conversation_id\` bigint not null, \`purpose\` text not null, \`debt_ids\` text not null, \`asked_at\` bigint not null, \`repeats\` integer not null);`,
    );
    this.addSql(`create index \`date_question_debtor\` on \`date_question\` (\`account_id\`, \`debtor_id\`, \`asked_at\`);`);
    this.addSql(`create unique index \`date_question_public\` on \`date_question\` (\`account_id\`, \`public_id\`);`);

    this.addSql(
      `create table \`promise_debt\` (\`account_id\` bigint not null, \`promise_id\` bigint not null, \`debt_id\` bigint not null, \`hold_id\` text null, primary key (\`account_id\`, \`promise_id\`, \`debt_id\`));`,
    );
    this.addSql(`create index \`promise_debt_debt\` on \`promise_debt\` (\`account_id\`, \`debt_id\`);`);

    this.addSql(
      `create table \`promise\` (\`id\` integer not null primary key autoincrement, \`account_id\` bigint not null, \`public_id\` text not null, \`debtor_id\` bigint not null, \`state\` text not null, \`amount_minor\` bigint not null, \`currency\` char(3) not null, \`due_date\` char(10) not null, \`last_day\` char(10) not null, \`judge_at\` bigint not null, \`source\` text not null, \`actor\` text not null, \`message_id\` bigint null, \`created_at\` bigint not null, \`from_entry\` bigint not null, \`seen_entry\` bigint not null, \`paid_minor\` bigint not null, \`ended_at\` bigint null, \`replaced_by\` text null, \`note_sealed\` text null, \`active_slot\` integer null);`,
    );
    this.addSql(`create index \`promise_judge\` on \`promise\` (\`account_id\`, \`judge_at\`);`);
    this.addSql(`create unique index \`promise_public\` on \`promise\` (\`account_id\`, \`public_id\`);`);
    this.addSql(`create unique index \`promise_active\` on \`promise\` (\`account_id\`, \`debtor_id\`, \`currency\`, \`active_slot\`);`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists \`date_question\`;`);
    this.addSql(`drop table if exists \`promise_debt\`;`);
    this.addSql(`drop table if exists \`promise\`;`);
  }
}
