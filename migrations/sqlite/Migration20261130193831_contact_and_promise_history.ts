import { Migration } from "@mikro-orm/migrations";

export class Migration20261130193831_contact_and_promise_history extends Migration {
  override name = "Migration20261130193831_contact_and_promise_history";

  override up(): void | Promise<void> {
    this.addSql(
      `create table \`contact_denial\` (\`account_id\` bigint not null, \`seq\` bigint not null, \`debtor_id\` bigint null, \`channel\` text not null, \`rule\` text null, \`step\` text null, \`anchor\` char(10) null, \`day\` char(10) not null, \`hour\` integer not null, \`recorded_at\` bigint not null, primary key (\`account_id\`, \`seq\`));`,
    );
    this.addSql(`create index \`contact_denial_day\` on \`contact_denial\` (\`account_id\`, \`day\`);`);

    this.addSql(
      `create table \`contact_try\` (\`account_id\` bigint not null, \`ref\` text not null, \`debtor_id\` bigint not null, \`origin\` text not null, \`channel\` text not null, \`cadence\` text null, \`cadence_version\` integer null, \`step\` text null, \`template\` text null, \`language\` text null, \`actor\` text not null, \`anchor\` char(10) null, \`made_at\` bigint null, \`made_recorded\` bigint null, \`day\` char(10) null, \`hour\` integer null, \`delivered_at\` bigint null, \`delivered_recorded\` bigint null, \`read_at\` bigint null, \`read_recorded\` bigint null, \`failed_at\` bigint null, \`failed_recorded\` bigint null, \`failure\` text null, \`answered_at\` bigint null, \`answered_recorded\` bigint null, primary key (\`account_id\`, \`ref\`));`,
    );
    this.addSql(`create index \`contact_try_day\` on \`contact_try\` (\`account_id\`, \`day\`);`);
    this.addSql(`create index \`contact_try_debtor\` on \`contact_try\` (\`account_id\`, \`debtor_id\`, \`made_at\`);`);

    this.addSql(
      `create table \`promise_span\` (\`account_id\` bigint not null, \`promise\` text not null, \`seq\` bigint not null, \`debtor_id\` bigint not null, \`from_at\` bigint not null, \`to_at\` bigint not null, \`standing\` text not null, \`currency\` char(3) not null, \`amount_minor\` bigint not null, \`paid_minor\` bigint not null, \`due_date\` char(10) not null, \`last_day\` char(10) not null, \`made_at\` bigint not null, \`made_on\` char(10) not null, \`source\` text null, primary key (\`account_id\`, \`promise\`, \`seq\`));`,
    );
    this.addSql(`create index \`promise_span_due\` on \`promise_span\` (\`account_id\`, \`last_day\`);`);
    this.addSql(`create index \`promise_span_made\` on \`promise_span\` (\`account_id\`, \`made_on\`);`);
    this.addSql(`create index \`promise_span_debtor\` on \`promise_span\` (\`account_id\`, \`debtor_id\`, \`to_at\`);`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists \`contact_denial\`;`);
    this.addSql(`drop table if exists \`contact_try\`;`);
    this.addSql(`drop table if exists \`promise_span\`;`);
  }
}
