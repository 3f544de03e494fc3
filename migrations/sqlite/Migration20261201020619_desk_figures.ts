import { Migration } from "@mikro-orm/migrations";

export class Migration20261201020619_desk_figures extends Migration {
  override name = "Migration20261201020619_desk_figures";

  override up(): void | Promise<void> {
    this.addSql(
      `create table \`desk_act\` (\`account_id\` bigint not null, \`seq\` bigint not null, \`kind\` text not null, \`agent\` bigint null, \`debtor_id\` bigint null, \`channel\` text null, \`subject\` text null, \`day\` char(10) not null, \`hour\` integer not null, \`recorded_at\` bigint not null, \`corrected_recorded\` bigint null, primary key (\`account_id\`, \`seq\`));`,
    );
    this.addSql(`create index \`desk_act_day\` on \`desk_act\` (\`account_id\`, \`day\`, \`kind\`, \`agent\`, \`debtor_id\`);`);
    this.addSql(`create index \`desk_act_subject\` on \`desk_act\` (\`account_id\`, \`subject\`);`);

    this.addSql(
      `create table \`inquiry\` (\`account_id\` bigint not null, \`seq\` bigint not null, \`debtor_id\` bigint null, \`conversation\` bigint not null, \`received_at\` bigint not null, \`received_recorded\` bigint not null, \`day\` char(10) not null, \`hour\` integer not null, \`due_at\` bigint not null, \`answered_at\` bigint null, \`answered_recorded\` bigint null, \`agent\` bigint null, \`wait\` bigint null, \`case_id\` text null, \`resolved_at\` bigint null, \`resolved_recorded\` bigint null, primary key (\`account_id\`, \`seq\`));`,
    );
    this.addSql(`create index \`inquiry_day\` on \`inquiry\` (\`account_id\`, \`day\`);`);
    this.addSql(`create index \`inquiry_conversation\` on \`inquiry\` (\`account_id\`, \`conversation\`, \`resolved_at\`);`);

    this.addSql(`alter table \`contact_try\` add column \`gaps\` text null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists \`desk_act\`;`);
    this.addSql(`drop table if exists \`inquiry\`;`);

    this.addSql(`alter table \`contact_try\` drop column \`gaps\`;`);
  }
}
