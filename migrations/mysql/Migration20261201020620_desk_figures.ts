import { Migration } from "@mikro-orm/migrations";

export class Migration20261201020620_desk_figures extends Migration {
  override name = "Migration20261201020620_desk_figures";

  override up(): void | Promise<void> {
    this.addSql(
      `create table \`desk_act\` (\`account_id\` bigint unsigned not null, \`seq\` bigint unsigned not null, \`kind\` varchar(16) not null, \`agent\` bigint null, \`debtor_id\` bigint null, \`channel\` varchar(16) null, \`subject\` varchar(64) null, \`day\` char(10) not null, \`hour\` int not null, \`recorded_at\` bigint not null, \`corrected_recorded\` bigint null, primary key (\`account_id\`, \`seq\`)) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB;`,
    );
    this.addSql(`alter table \`desk_act\` add index \`desk_act_day\` (\`account_id\`, \`day\`, \`kind\`, \`agent\`, \`debtor_id\`);`);
    this.addSql(`alter table \`desk_act\` add index \`desk_act_subject\` (\`account_id\`, \`subject\`);`);

    this.addSql(
      `create table \`inquiry\` (\`account_id\` bigint unsigned not null, \`seq\` bigint unsigned not null, \`debtor_id\` bigint null, \`conversation\` bigint not null, \`received_at\` bigint not null, \`received_recorded\` bigint not null, \`day\` char(10) not null, \`hour\` int not null, \`due_at\` bigint not null, \`answered_at\` bigint null, \`answered_recorded\` bigint null, \`agent\` bigint null, \`wait\` bigint null, \`case_id\` varchar(36) null, \`resolved_at\` bigint null, \`resolved_recorded\` bigint null, primary key (\`account_id\`, \`seq\`)) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB;`,
    );
    this.addSql(`alter table \`inquiry\` add index \`inquiry_day\` (\`account_id\`, \`day\`);`);
    this.addSql(`alter table \`inquiry\` add index \`inquiry_conversation\` (\`account_id\`, \`conversation\`, \`resolved_at\`);`);

    this.addSql(`alter table \`contact_try\` add \`gaps\` varchar(120) null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists \`desk_act\`;`);
    this.addSql(`drop table if exists \`inquiry\`;`);

    this.addSql(`alter table \`contact_try\` drop column \`gaps\`;`);
  }
}
