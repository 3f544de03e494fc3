import { Migration } from "@mikro-orm/migrations";

export class Migration20261130193831_contact_and_promise_history extends Migration {
  override name = "Migration20261130193831_contact_and_promise_history";

  override up(): void | Promise<void> {
    this.addSql(
      `create table \`contact_denial\` (\`account_id\` bigint unsigned not null, \`seq\` bigint unsigned not null, \`debtor_id\` bigint null, \`channel\` varchar(16) not null, \`rule\` varchar(100) null, \`step\` varchar(64) null, \`anchor\` char(10) null, \`day\` char(10) not null, \`hour\` int not null, \`recorded_at\` bigint not null, primary key (\`account_id\`, \`seq\`)) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB;`,
    );
    this.addSql(`alter table \`contact_denial\` add index \`contact_denial_day\` (\`account_id\`, \`day\`);`);

    this.addSql(
      `create table \`contact_try\` (\`account_id\` bigint unsigned not null, \`ref\` varchar(64) not null, \`debtor_id\` bigint not null, \`origin\` varchar(16) not null, \`channel\` varchar(16) not null, \`cadence\` varchar(64) null, \`cadence_version\` int null, \`step\` varchar(64) null, \`template\` varchar(100) null, \`language\` varchar(8) null, \`actor\` varchar(64) not null, \`anchor\` char(10) null, \`made_at\` bigint null, \`made_recorded\` bigint null, \`day\` char(10) null, \`hour\` int null, \`delivered_at\` bigint null, \`delivered_recorded\` bigint null, \`read_at\` bigint null, \`read_recorded\` bigint null, \`failed_at\` bigint null, \`failed_recorded\` bigint null, \`failure\` varchar(64) null, \`answered_at\` bigint null, \`answered_recorded\` bigint null, primary key (\`account_id\`, \`ref\`)) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB;`,
    );
    this.addSql(`alter table \`contact_try\` add index \`contact_try_day\` (\`account_id\`, \`day\`);`);
    this.addSql(`alter table \`contact_try\` add index \`contact_try_debtor\` (\`account_id\`, \`debtor_id\`, \`made_at\`);`);

    this.addSql(
      `create table \`promise_span\` (\`account_id\` bigint unsigned not null, \`promise\` varchar(36) not null, \`seq\` bigint unsigned not null, \`debtor_id\` bigint not null, \`from_at\` bigint not null, \`to_at\` bigint not null, \`standing\` varchar(16) not null, \`currency\` char(3) not null, \`amount_minor\` bigint not null, \`paid_minor\` bigint not null, \`due_date\` char(10) not null, \`last_day\` char(10) not null, \`made_at\` bigint not null, \`made_on\` char(10) not null, \`source\` varchar(24) null, primary key (\`account_id\`, \`promise\`, \`seq\`)) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB;`,
    );
    this.addSql(`alter table \`promise_span\` add index \`promise_span_due\` (\`account_id\`, \`last_day\`);`);
    this.addSql(`alter table \`promise_span\` add index \`promise_span_made\` (\`account_id\`, \`made_on\`);`);
    this.addSql(`alter table \`promise_span\` add index \`promise_span_debtor\` (\`account_id\`, \`debtor_id\`, \`to_at\`);`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists \`contact_denial\`;`);
    this.addSql(`drop table if exists \`contact_try\`;`);
    this.addSql(`drop table if exists \`promise_span\`;`);
  }
}
