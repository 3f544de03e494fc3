import { Migration } from "@mikro-orm/migrations";

export class Migration20261201024932_outgoing_mail_and_report_schedules extends Migration {
  override name = "Migration20261201024932_outgoing_mail_and_report_schedules";

  override up(): void | Promise<void> {
    this.addSql(
      `create table \`outgoing_mail\` (\`id\` integer not null primary key autoincrement, \`account_id\` bigint not null, \`public_id\` text not null, \`purpose\` text not null, \`about\` text not null, \`proof\` char(64) null, \`recipient\` text not null, \`address_sealed\` text not null, \`content_sealed\` mediumtext not null, \`state\` text not null, \`attempts\` integer not null, \`due_at\` bigint not null, \`problem\` text null, \`created_at\` bigint not null, \`ended_at\` bigint null);`,
    );
    this.addSql(`create index \`outgoing_mail_due\` on \`outgoing_mail\` (\`account_id\`, \`state\`, \`due_at\`);`);
    this.addSql(`create unique index \`outgoing_mail_public\` on \`outgoing_mail\` (\`account_id\`, \`public_id\`);`);
    this.addSql(`create unique index \`outgoing_mail_once\` on \`outgoing_mail\` (\`account_id\`, \`purpose\`, \`about\`, \`recipient\`);`);

    this.addSql(
      `create table \`report_recipient\` (\`id\` integer not null primary key autoincrement, \`account_id\` bigint not null, \`public_id\` text not null, \`kind\` text not null, \`recipient\` text not null, \`address_sealed\` text null, \`lang\` text not null, \`added_at\` bigint not null, \`added_by\` text not null);`,
    );
    this.addSql(`create unique index \`report_recipient_public\` on \`report_recipient\` (\`account_id\`, \`public_id\`);`);
    this.addSql(`create unique index \`report_recipient_once\` on \`report_recipient\` (\`account_id\`, \`kind\`, \`recipient\`);`);

    this.addSql(
      `create table \`report_schedule\` (\`account_id\` bigint not null, \`kind\` text not null, \`enabled\` integer not null, \`minute\` integer not null, \`working_days\` integer not null, \`pdf\` integer not null, \`xlsx\` integer not null, \`since\` bigint not null, \`made_from\` char(10) null, \`changed_by\` text not null, primary key (\`account_id\`, \`kind\`));`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists \`outgoing_mail\`;`);
    this.addSql(`drop table if exists \`report_recipient\`;`);
    this.addSql(`drop table if exists \`report_schedule\`;`);
  }
}
