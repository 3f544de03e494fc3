import { Migration } from "@mikro-orm/migrations";

export class Migration20261201051916_case_clocks extends Migration {
  override name = "Migration20261201051916_case_clocks";

  override up(): void | Promise<void> {
    this.addSql(
      `create table \`business_calendar\` (\`account_id\` bigint unsigned not null, \`calendar\` varchar(32) not null, \`version\` int unsigned not null, \`document\` mediumtext not null, \`published_at\` bigint not null, \`published_by\` varchar(64) not null, primary key (\`account_id\`, \`calendar\`, \`version\`)) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB;`,
    );

    this.addSql(
      `create table \`case_clock\` (\`account_id\` bigint unsigned not null, \`case_id\` bigint unsigned not null, \`clock\` varchar(20) not null, \`cycle\` int unsigned not null, \`state\` varchar(12) not null, \`started_at\` bigint not null, \`ended_at\` bigint null, \`due_at\` bigint null, \`missed_at\` bigint null, \`target_ms\` bigint not null, \`left_ms\` bigint not null, \`mark\` bigint null, \`stands_until\` bigint null, \`policy_version\` int not null, \`entry\` varchar(40) not null, \`calendar\` varchar(32) null, \`calendar_version\` int null, \`level_ms\` bigint null, \`wake_at\` bigint null, primary key (\`account_id\`, \`case_id\`, \`clock\`, \`cycle\`)) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB;`,
    );
    this.addSql(`alter table \`case_clock\` add index \`case_clock_wake\` (\`account_id\`, \`wake_at\`);`);
    this.addSql(`alter table \`case_clock\` add index \`case_clock_due\` (\`account_id\`, \`ended_at\`, \`due_at\`);`);
    this.addSql(`alter table \`case_clock\` add index \`case_clock_calendar\` (\`account_id\`, \`calendar\`, \`ended_at\`);`);

    this.addSql(
      `create table \`case_event\` (\`id\` bigint unsigned not null auto_increment primary key, \`account_id\` bigint not null, \`case_id\` bigint not null, \`kind\` varchar(16) not null, \`at\` bigint not null, \`value\` varchar(64) null, \`until_at\` bigint null, \`policy_version\` int null, \`entry\` varchar(40) null, \`calendar\` varchar(32) null, \`calendar_version\` int null, \`source\` varchar(64) not null) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB;`,
    );
    this.addSql(`alter table \`case_event\` add unique \`case_event_source\` (\`account_id\`, \`case_id\`, \`source\`);`);

    this.addSql(
      `create table \`escalation_policy\` (\`account_id\` bigint unsigned not null, \`version\` int unsigned not null, \`document\` mediumtext not null, \`published_at\` bigint not null, \`published_by\` varchar(64) not null, primary key (\`account_id\`, \`version\`)) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB;`,
    );

    this.addSql(
      `create table \`level_mark\` (\`account_id\` bigint unsigned not null, \`case_id\` bigint unsigned not null, \`clock\` varchar(20) not null, \`cycle\` int unsigned not null, \`level\` varchar(40) not null, \`public_id\` varchar(36) not null, \`due_at\` bigint not null, \`fired_at\` bigint not null, \`told\` varchar(12) not null, \`told_to\` varchar(40) null, \`actions\` varchar(80) not null, \`telling\` varchar(8) not null, \`tell_at\` bigint null, \`told_at\` bigint null, primary key (\`account_id\`, \`case_id\`, \`clock\`, \`cycle\`, \`level\`)) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB;`,
    );
    this.addSql(`alter table \`level_mark\` add index \`level_mark_told\` (\`account_id\`, \`told_at\`);`);
    this.addSql(`alter table \`level_mark\` add index \`level_mark_public\` (\`account_id\`, \`public_id\`);`);

    this.addSql(
      `create table \`open_stretch\` (\`account_id\` bigint unsigned not null, \`calendar\` varchar(32) not null, \`version\` int unsigned not null, \`mark\` bigint unsigned not null, \`opens_at\` bigint not null, \`closes_at\` bigint not null, primary key (\`account_id\`, \`calendar\`, \`version\`, \`mark\`)) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB;`,
    );

    this.addSql(`alter table \`escalation\` add \`owner\` varchar(64) null, add \`owner_at\` bigint null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists \`business_calendar\`;`);
    this.addSql(`drop table if exists \`case_clock\`;`);
    this.addSql(`drop table if exists \`case_event\`;`);
    this.addSql(`drop table if exists \`escalation_policy\`;`);
    this.addSql(`drop table if exists \`level_mark\`;`);
    this.addSql(`drop table if exists \`open_stretch\`;`);

    this.addSql(`alter table \`escalation\` drop column \`owner\`, drop column \`owner_at\`;`);
  }
}
