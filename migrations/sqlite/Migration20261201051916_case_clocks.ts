import { Migration } from "@mikro-orm/migrations";

export class Migration20261201051916_case_clocks extends Migration {
  override name = "Migration20261201051916_case_clocks";

  override up(): void | Promise<void> {
    this.addSql(
      `create table \`business_calendar\` (\`account_id\` bigint not null, \`calendar\` text not null, \`version\` integer not null, \`document\` mediumtext not null, \`published_at\` bigint not null, \`published_by\` text not null, primary key (\`account_id\`, \`calendar\`, \`version\`));`,
    );

    this.addSql(
      `create table \`case_clock\` (\`account_id\` bigint not null, \`case_id\` bigint not null, \`clock\` text not null, \`cycle\` integer not null, \`state\` text not null, \`started_at\` bigint not null, \`ended_at\` bigint null, \`due_at\` bigint null, \`missed_at\` bigint null, \`target_ms\` bigint not null, \`left_ms\` bigint not null, \`mark\` bigint null, \`stands_until\` bigint null, \`policy_version\` integer not null, \`entry\` text not null, \`calendar\` text null, \`calendar_version\` integer null, \`level_ms\` bigint null, \`wake_at\` bigint null, primary key (\`account_id\`, \`case_id\`, \`clock\`, \`cycle\`));`,
    );
    this.addSql(`create index \`case_clock_wake\` on \`case_clock\` (\`account_id\`, \`wake_at\`);`);
    this.addSql(`create index \`case_clock_due\` on \`case_clock\` (\`account_id\`, \`ended_at\`, \`due_at\`);`);
    this.addSql(`create index \`case_clock_calendar\` on \`case_clock\` (\`account_id\`, \`calendar\`, \`ended_at\`);`);

    this.addSql(
      `create table \`case_event\` (\`id\` integer not null primary key autoincrement, \`account_id\` bigint not null, \`case_id\` bigint not null, \`kind\` text not null, \`at\` bigint not null, \`value\` text null, \`until_at\` bigint null, \`policy_version\` integer null, \`entry\` text null, \`calendar\` text null, \`calendar_version\` integer null, \`source\` text not null);`,
    );
    this.addSql(`create unique index \`case_event_source\` on \`case_event\` (\`account_id\`, \`case_id\`, \`source\`);`);

    this.addSql(
      `create table \`escalation_policy\` (\`account_id\` bigint not null, \`version\` integer not null, \`document\` mediumtext not null, \`published_at\` bigint not null, \`published_by\` text not null, primary key (\`account_id\`, \`version\`));`,
    );

    this.addSql(
      `create table \`level_mark\` (\`account_id\` bigint not null, \`case_id\` bigint not null, \`clock\` text not null, \`cycle\` integer not null, \`level\` text not null, \`public_id\` text not null, \`due_at\` bigint not null, \`fired_at\` bigint not null, \`told\` text not null, \`told_to\` text null, \`actions\` text not null, \`telling\` text not null, \`tell_at\` bigint null, \`told_at\` bigint null, primary key (\`account_id\`, \`case_id\`, \`clock\`, \`cycle\`, \`level\`));`,
    );
    this.addSql(`create index \`level_mark_told\` on \`level_mark\` (\`account_id\`, \`told_at\`);`);
    this.addSql(`create index \`level_mark_public\` on \`level_mark\` (\`account_id\`, \`public_id\`);`);

    this.addSql(
      `create table \`open_stretch\` (\`account_id\` bigint not null, \`calendar\` text not null, \`version\` integer not null, \`mark\` bigint not null, \`opens_at\` bigint not null, \`closes_at\` bigint not null, primary key (\`account_id\`, \`calendar\`, \`version\`, \`mark\`));`,
    );

    this.addSql(`alter table \`escalation\` add column \`owner\` text null;`);
    this.addSql(`alter table \`escalation\` add column \`owner_at\` bigint null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists \`business_calendar\`;`);
    this.addSql(`drop table if exists \`case_clock\`;`);
    this.addSql(`drop table if exists \`case_event\`;`);
    this.addSql(`drop table if exists \`escalation_policy\`;`);
    this.addSql(`drop table if exists \`level_mark\`;`);
    this.addSql(`drop table if exists \`open_stretch\`;`);

    this.addSql(`alter table \`escalation\` drop column \`owner\`;`);
    this.addSql(`alter table \`escalation\` drop column \`owner_at\`;`);
  }
}
